package dev.swarmha.lab.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The screens in the documentation, each as text and as a picture. With {@code -Dscreens.update}
 * they become what is shown.
 */
final class KeptScreens {

  /** What differs from one run to the next in a line: where tasks are, and how many there. */
  private static final Map<Pattern, String> LINES = new LinkedHashMap<>();

  /** What differs within a text. */
  private static final Map<Pattern, String> WORDS = new LinkedHashMap<>();

  static {
    // A service in a table: a long list of nodes leaves less room for the columns beside it, and
    // there is none for the mode of a service in 80 columns.
    LINES.put(
        Pattern.compile(
            "(shop_\\w+) +([a-z]+ +)?(\\d+/\\d+) +(\\w+) +"
                + "swarmha/(\\w{2})\\S*(?:.* {2}(upd|roll))?.*"),
        "$1 $2 $3 $4 $5 $6");
    LINES.put(Pattern.compile("(m1|w1|w2) +(\\w+) +\\d+"), "$1 $2");
    LINES.put(Pattern.compile("\\S{10,25} {2,}((m1|w1|w2) {2}.*?) *10\\.\\d+\\.0\\.\\d+.*"), "$1");
    WORDS.put(
        Pattern.compile("shop_web(, task \\S+ on \\S+)?: .*?(?=plan: 1 step|the last lines)"),
        "a reason ");
    WORDS.put(Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:]+Z"), "then");
    WORDS.put(Pattern.compile(", no answer yet"), "");
    // The prompt that comes a moment after the last line.
    WORDS.put(Pattern.compile(" \\$$"), "");
    WORDS.put(Pattern.compile("@sha256:\\w+"), "");
    WORDS.put(Pattern.compile("\\b(\\d+m)?\\d+(\\.\\d+)?s\\b"), "a while");
    // What the Engine said first of the service that failed, and how far the others were then.
    WORDS.put(Pattern.compile("✗ shop_web .*?a while"), "✗ shop_web");
    WORDS.put(
        Pattern.compile(
            "[•✓] (shop_\\w+ \\d/\\d) (ran, not long enough to count|converged)"
                + "(?=.*the rollout failed)"),
        "$1 ran");
  }

  private final Path directory;
  private final List<String> differences = new ArrayList<>();

  KeptScreens(Path directory) {
    this.directory = requireNonNull(directory, "directory");
  }

  /** What was shown otherwise so far, told in full. */
  List<String> differences() {
    return List.copyOf(differences);
  }

  /** Compares what is shown with the screen of this name, but for times, ids and places. */
  void compare(String name, Screen screen) throws IOException {
    Path text = directory.resolve(name + ".txt");
    if (Boolean.getBoolean("screens.update")) {
      Files.createDirectories(directory);
      Files.writeString(text, screen.text() + "\n", UTF_8);
      Picture picture = Picture.of(screen.colored());
      Files.writeString(directory.resolve(name + ".svg"), picture.svg(), UTF_8);
      return;
    }
    String shown = screen.text();
    String now = essence(shown);
    String then = essence(Files.readString(text, UTF_8));
    // A line more or less, and something else has scrolled away.
    boolean alike = now.endsWith(then) || then.endsWith(now);
    boolean whole = Math.min(now.length(), then.length()) > 0.6 * then.length();
    if (!alike || !whole) {
      differences.add(
          "%s is not what 'lab/screens' would write:\n%s\n--- kept, in essence:\n%s\n--- shown:\n%s"
              .formatted(name, shown, then, now));
    }
  }

  /** A screen as one line without what differs from one run to the next. */
  static String essence(String screen) {
    String text =
        screen
            .lines()
            .map(line -> settled(line, LINES, Matcher::matches))
            .collect(joining(" "))
            .replaceAll("\\s+", " ")
            .strip();
    return settled(text, WORDS, Matcher::find);
  }

  private static String settled(
      String text, Map<Pattern, String> varying, Predicate<Matcher> isMeant) {
    String settled = text;
    for (Map.Entry<Pattern, String> each : varying.entrySet()) {
      Matcher matcher = each.getKey().matcher(settled);
      settled = isMeant.test(matcher) ? matcher.replaceAll(each.getValue()) : settled;
    }
    return settled;
  }
}
