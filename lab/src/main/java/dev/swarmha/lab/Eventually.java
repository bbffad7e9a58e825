package dev.swarmha.lab;

import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.engine.time.SystemTimeline;
import java.time.Duration;

/** Waits for what real Engines do in their own time. */
public final class Eventually {

  private static final Duration PAUSE = Duration.ofMillis(250);

  private Eventually() {}

  /**
   * Returns as soon as a check on the state of the swarm passes; while it does not, an Engine may
   * be away.
   *
   * @throws AssertionError what the check has said last, when the time is over
   */
  public static void eventually(Runnable check, Duration within) {
    Deadline deadline = Deadline.in(within, new SystemTimeline());
    while (true) {
      try {
        check.run();
        return;
      } catch (AssertionError | EngineException notYet) {
        if (deadline.hasPassed()) {
          throw new AssertionError("not within " + within + ": " + notYet.getMessage(), notYet);
        }
        pause(deadline);
      }
    }
  }

  private static void pause(Deadline deadline) {
    try {
      deadline.sleepAtMost(PAUSE);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", interrupted);
    }
  }
}
