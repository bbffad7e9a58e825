package dev.swarmha.lab.tour;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What is printed differently each time a command runs, though nothing is different: identifiers,
 * times, durations, widths of columns, and where the scheduler happened to put which task.
 */
final class Varying {

  private static final String NODE = "[nmw]\\d+";
  private static final Map<Pattern, String> WORDS = words();

  private Varying() {}

  private static Map<Pattern, String> words() {
    Map<Pattern, String> words = new LinkedHashMap<>();
    words.put(Pattern.compile("\\u001b\\[[0-9;?]*[A-Za-z]"), "");
    words.put(Pattern.compile("SWMTKN-[\\w-]+"), "TOKEN");
    words.put(Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+(Z|[+-]\\d\\d:?\\d\\d)"), "TIME");
    words.put(Pattern.compile("\\b\\d{4}-\\d\\d-\\d\\d\\b"), "DATE");
    words.put(Pattern.compile("(?<![.\\d])\\d+\\.\\d+\\.\\d+(\\+[\\w.]+)?(?![.\\d])"), "VERSION");
    words.put(Pattern.compile("\\b[0-9a-f]{64}\\b"), "DIGEST");
    words.put(Pattern.compile("\\b[0-9a-z]{25}\\b"), "ID");
    words.put(Pattern.compile("\\b(?=[0-9a-f]*\\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,40}\\b"), "ID");
    words.put(Pattern.compile("\\b(\\d+(\\.\\d+)?(ms|us|s|m|h|d))+\\b"), "DURATION");
    // A container calls itself so, and one in three hundred has no letter in it.
    words.put(Pattern.compile("\\b[0-9a-f]{12}\\b"), "ID");
    words.put(
        Pattern.compile("\\b[\\d.]+ (ms|milliseconds?|seconds?|minutes?|hours?)\\b"), "DURATION");
    words.put(
        Pattern.compile("\\b(" + NODE + " \\d+(-\\d+)?)(, " + NODE + " \\d+(-\\d+)?)*"), "SPREAD");
    words.put(Pattern.compile("^(" + NODE + "\\s+ready\\s+)\\d+$"), "$1TASKS");
    words.put(Pattern.compile("\\bon " + NODE + "\\b"), "on NODE");
    words.put(Pattern.compile("\\b(\\w+_\\w+)\\.\\d+\\b"), "$1.SLOT");
    words.put(Pattern.compile("[-─]{3,}"), "---");
    words.put(Pattern.compile("\\s+"), " ");
    // In a history, after the duration: there is a commit only where there is a repository.
    words.put(Pattern.compile("(?<=\\bDURATION) (ID|COMMIT)\\b"), "");
    return words;
  }

  /** A line without it. */
  static String settled(String line) {
    String settled = line.stripTrailing();
    for (Map.Entry<Pattern, String> word : WORDS.entrySet()) {
      settled = word.getKey().matcher(settled).replaceAll(word.getValue());
    }
    return settled;
  }
}
