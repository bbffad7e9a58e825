package dev.swarmha.lab;

import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.engine.time.SystemTimeline;
import java.time.Duration;
import java.time.Instant;

/** Waits for what real Engines do in their own time. */
public final class Eventually {

  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  /** What takes long is looked at less often: each look costs the Engines as much as a change. */
  private static final int LOOKS = 10;

  private Eventually() {}

  /**
   * Returns as soon as a check on the state of the swarm passes; while it does not, an Engine may
   * be away.
   *
   * @throws AssertionError what the check has said last, when the time is over
   */
  public static void eventually(Runnable check, Duration within) {
    SystemTimeline timeline = new SystemTimeline();
    Instant begin = timeline.instant();
    Deadline deadline = Deadline.in(within, timeline);
    while (true) {
      try {
        check.run();
        return;
      } catch (AssertionError | EngineException notYet) {
        if (deadline.hasPassed()) {
          throw new AssertionError("not within " + within + ": " + notYet.getMessage(), notYet);
        }
        pause(Duration.between(begin, timeline.instant()), deadline);
      }
    }
  }

  private static void pause(Duration waited, Deadline deadline) {
    Duration pause = waited.dividedBy(LOOKS);
    try {
      deadline.sleepAtMost(
          pause.compareTo(LONGEST_PAUSE) > 0
              ? LONGEST_PAUSE
              : pause.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : pause);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", interrupted);
    }
  }
}
