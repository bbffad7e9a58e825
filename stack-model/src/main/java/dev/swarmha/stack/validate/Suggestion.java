package dev.swarmha.stack.validate;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What somebody probably meant: the known word with the fewest slips of the finger between. */
public final class Suggestion {

  private static final int MOST_SLIPS = 3;
  private static final int MOST_WORDS = 300;

  private Suggestion() {}

  public static Optional<String> nearest(String written, Collection<String> known) {
    return nearest(written, known, Math.min(MOST_SLIPS, (written.length() + 1) / 2));
  }

  /** Only what differs by one slip in each three letters: where the wrong guess might be run. */
  public static Optional<String> close(String written, Collection<String> known) {
    return nearest(written, known, Math.max(1, written.length() / 3));
  }

  private static Optional<String> nearest(String written, Collection<String> known, int allowed) {
    return known.stream()
        .limit(MOST_WORDS)
        .filter(word -> Math.abs(word.length() - written.length()) <= allowed)
        .filter(word -> slips(written, word) <= allowed)
        .min(
            Comparator.comparingInt((String word) -> slips(written, word))
                .thenComparing(word -> word));
  }

  /** {@code did you mean "healthcheck"?}, or nothing. */
  public static String hint(String written, Collection<String> known) {
    return nearest(written, known).map(word -> "did you mean \"" + word + "\"?").orElse("");
  }

  /** Insertions, deletions, replacements and swaps of neighbours, upper and lower case alike. */
  private static int slips(String written, String word) {
    String a = written.toLowerCase(Locale.ROOT);
    String b = word.toLowerCase(Locale.ROOT);
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cheapest(int[][] cost, String a, String b, int i, int j) {
    int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + same);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
