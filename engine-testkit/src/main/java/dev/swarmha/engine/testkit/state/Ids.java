package dev.swarmha.engine.testkit.state;

import dev.swarmha.engine.ResourceId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Ids in the Engine's shape, 25 lower-case letters and digits, that still tell what they name.
 * Those of different swarms end in different letters.
 */
final class Ids {

  private static final int LENGTH = 25;

  private static final String ENDS = "xyzabcdefghijklmnopqrstuvw";

  private final Map<String, Integer> lastNumbers = new HashMap<>();
  private final String end;

  /** The ids of one swarm among others, which are numbered from 1. */
  Ids(int swarm) {
    int place = (swarm - 1) % ENDS.length();
    this.end = ENDS.substring(place, place + 1);
  }

  ResourceId next(String word) {
    int number = lastNumbers.merge(word, 1, Integer::sum);
    String start = word + String.format(Locale.ROOT, "%04d", number);
    return new ResourceId(start + end.repeat(LENGTH - start.length()));
  }
}
