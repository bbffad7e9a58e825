package dev.swarmha.engine.testkit.state;

import dev.swarmha.engine.ResourceId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Ids in the Engine's shape, 25 lower-case letters and digits, that still tell what they name. */
final class Ids {

  private static final int LENGTH = 25;

  private final Map<String, Integer> lastNumbers = new HashMap<>();

  ResourceId next(String word) {
    int number = lastNumbers.merge(word, 1, Integer::sum);
    String start = word + String.format(Locale.ROOT, "%04d", number);
    return new ResourceId(start + "x".repeat(LENGTH - start.length()));
  }
}
