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

/**
 * The screens in the documentation, each as text and as a picture. With {@code -Dscreens.update}
 * they become what is shown.
 */
final class KeptScreens {

  /** What differs from one run to the next in a line of its own. */
  private static final Map<String, String> LINES = new LinkedHashMap<>();

  /** What differs within a text. */
  private static final Map<String, String> WORDS = new LinkedHashMap<>();

  static {
    LINES.put("  [✓✗•·!] shop_.*", "  a service");
    LINES.put("deploy shop: .*", "the heading of a display");
    LINES.put("shop_\\w+ {2}.*", "a service in a table");
    LINES.put("(\\S{10,25} {2,})?(m1|w1|w2) {2}.*", "a node in a table");
    WORDS.put("shop_web(, task \\S+ on \\S+)?: .*?(?=plan: 1 step|the last lines)", "a reason ");
    WORDS.put("\\d{4}-\\d\\d-\\d\\dT[0-9:]+Z", "then");
    WORDS.put(", no answer yet", "");
    WORDS.put(" \\$$", ""); // the prompt that comes a moment after the last line
    WORDS.put("@sha256:\\w+", "");
    WORDS.put("\\b(\\d+m)?\\d+(\\.\\d+)?s\\b", "a while");
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

  private static String essence(String screen) {
    List<String> lines = new ArrayList<>();
    for (String line : screen.lines().toList()) {
      String essence = essence(line, LINES);
      if (lines.isEmpty() || !lines.get(lines.size() - 1).equals(essence)) {
        lines.add(essence);
      }
    }
    String text = lines.stream().collect(joining(" ")).replaceAll("\\s+", " ").strip();
    for (Map.Entry<String, String> varying : WORDS.entrySet()) {
      text = text.replaceAll(varying.getKey(), varying.getValue());
    }
    return text;
  }

  private static String essence(String line, Map<String, String> varying) {
    return varying.entrySet().stream()
        .filter(each -> line.matches(each.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(line);
  }
}
