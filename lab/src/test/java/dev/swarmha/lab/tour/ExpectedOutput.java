package dev.swarmha.lab.tour;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a document says that a command prints. Identifiers, times, durations and widths of columns
 * differ each time and are not compared. {@code …} stands for what is left out: alone in its line
 * for any lines, or in a line for any words.
 */
record ExpectedOutput(List<String> lines) {

  static final String LEFT_OUT = "…";

  ExpectedOutput {
    lines = List.copyOf(lines);
  }

  boolean matches(List<String> seen) {
    return matches(trimmed(lines), trimmed(seen));
  }

  private static boolean matches(List<String> wanted, List<String> seen) {
    if (wanted.isEmpty()) {
      return seen.isEmpty();
    }
    List<String> rest = wanted.subList(1, wanted.size());
    if (isLeftOut(wanted.get(0))) {
      for (int skipped = 0; skipped <= seen.size(); skipped++) {
        if (matches(rest, seen.subList(skipped, seen.size()))) {
          return true;
        }
      }
      return false;
    }
    return !seen.isEmpty()
        && lineMatches(wanted.get(0), seen.get(0))
        && matches(rest, seen.subList(1, seen.size()));
  }

  private static boolean isLeftOut(String line) {
    return line.strip().equals(LEFT_OUT);
  }

  private static boolean lineMatches(String wanted, String seen) {
    String pattern =
        Arrays.stream(Varying.settled(wanted).split(LEFT_OUT, -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    return Varying.settled(seen).matches(pattern);
  }

  private static List<String> trimmed(List<String> lines) {
    int end = lines.size();
    while (end > 0 && lines.get(end - 1).isBlank()) {
      end--;
    }
    return lines.subList(0, end);
  }

  /**
   * What the document should say instead: what was seen, left out where it was left out before, as
   * many lines at the beginning and at the end as before.
   */
  List<String> rewritten(List<String> seenWithBlanks) {
    List<String> seen = trimmed(seenWithBlanks);
    int first = indexOfLeftOut(lines);
    if (first < 0) {
      return kept(lines, seen);
    }
    int last = lines.size() - 1 - indexOfLeftOut(reversed(lines));
    int tail = lines.size() - 1 - last;
    if (seen.size() <= first + tail) {
      return seen;
    }
    List<String> result = new ArrayList<>(kept(lines.subList(0, first), seen.subList(0, first)));
    result.add(lines.get(first));
    result.addAll(
        kept(lines.subList(last + 1, lines.size()), seen.subList(seen.size() - tail, seen.size())));
    return result;
  }

  /** Lines that hold stay as they are, with what they leave out. */
  private static List<String> kept(List<String> before, List<String> seen) {
    List<String> result = new ArrayList<>();
    for (int i = 0; i < seen.size(); i++) {
      boolean holds = i < before.size() && lineMatches(before.get(i), seen.get(i));
      result.add(holds ? before.get(i) : seen.get(i));
    }
    return result;
  }

  private static int indexOfLeftOut(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (isLeftOut(lines.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static List<String> reversed(List<String> lines) {
    List<String> result = new ArrayList<>(lines);
    Collections.reverse(result);
    return result;
  }
}
