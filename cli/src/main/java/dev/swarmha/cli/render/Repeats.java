package dev.swarmha.cli.render;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keeps what comes again and again from filling a log: of a line that was said before, only the
 * second, fourth, eighth time and so on pass, and say how often it was. So a service that starts
 * and fails for hours is told in a few lines of each kind, and nothing new is ever held back.
 */
final class Repeats {

  private static final int TOLD_AS_IT_IS = 2;

  /** Ids of tasks and containers are others each time. */
  private static final Pattern ID = Pattern.compile("\\b[0-9a-z]{25}\\b|\\b[0-9a-f]{12,}\\b");

  private final Map<String, Integer> times = new HashMap<>();

  /** The line, if it is to be said now. */
  Optional<String> of(String line) {
    int count = times.merge(ID.matcher(line).replaceAll("…"), 1, Integer::sum);
    if (Integer.bitCount(count) > 1) {
      return Optional.empty();
    }
    return Optional.of(count <= TOLD_AS_IT_IS ? line : line + " (" + count + " times by now)");
  }
}
