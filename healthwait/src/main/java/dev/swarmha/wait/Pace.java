package dev.swarmha.wait;

import dev.swarmha.engine.time.Deadline;
import java.time.Duration;

/** How often to look: soon again after something has moved, more and more seldom while not. */
public final class Pace {

  private static final Duration SHORTEST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private Duration next = SHORTEST;

  void pause(boolean moved, Deadline deadline) throws InterruptedException {
    deadline.sleepAtMost(next(moved));
  }

  /** How long to rest before the next look. */
  public Duration next(boolean moved) {
    Duration rest = moved ? SHORTEST : next;
    Duration longer = rest.multipliedBy(3).dividedBy(2);
    next = longer.compareTo(LONGEST) < 0 ? longer : LONGEST;
    return rest;
  }
}
