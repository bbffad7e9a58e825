package dev.swarmha.engine.testkit.state;

import java.time.Duration;
import java.time.Instant;

/** A clock that calls back. */
public interface Timers {

  Instant instant();

  /** Runs the action when the clock reaches the instant; at the next move if it has passed. */
  void schedule(Instant at, Runnable action);

  /** Runs the action after this time. */
  default void schedule(Duration after, Runnable action) {
    schedule(instant().plus(after), action);
  }
}
