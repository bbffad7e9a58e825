package dev.swarmha.wait.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a check has gone since its answers count. It has passed once it has answered well as often in
 * a row as it wants; it fails when its tries are used up without that, or again after that.
 */
final class Streak {

  private final HealthCheck check;
  private int tries;
  private int failures;
  private int passesInARow;
  private boolean hasPassed;
  private boolean isBroken;
  private Optional<Instant> firstPass = Optional.empty();
  private Optional<Instant> lastPass = Optional.empty();

  Streak(HealthCheck check) {
    this.check = check;
  }

  /** Counts the answer to a question that was asked then. */
  void add(boolean passed, Instant asked) {
    tries++;
    if (!passed) {
      failures++;
      passesInARow = 0;
      isBroken |= hasPassed;
      return;
    }
    firstPass = passesInARow == 0 ? Optional.of(asked) : firstPass;
    lastPass = Optional.of(asked);
    passesInARow++;
    if (passesInARow >= check.passes()) {
      hasPassed = true;
      failures = 0;
    }
  }

  int tries() {
    return tries;
  }

  /** Those since it last had passed. */
  int failures() {
    return failures;
  }

  int passesInARow() {
    return passesInARow;
  }

  boolean hasPassed() {
    return hasPassed;
  }

  boolean hasFailed() {
    return failures >= check.retries();
  }

  /** Whether it passes now, as far as an answer to a question since then tells. */
  boolean passesSince(Instant since) {
    return passesInARow >= check.passes()
        && lastPass.filter(asked -> !asked.isBefore(since)).isPresent();
  }

  /** Whether it has never failed after it had passed, or has passed for this long since. */
  boolean isUnbroken(Duration window) {
    return !isBroken
        || firstPass
            .map(first -> first.plus(window))
            .filter(end -> lastPass.filter(last -> !last.isBefore(end)).isPresent())
            .isPresent();
  }
}
