package dev.swarmha.wait.probe;

import dev.swarmha.engine.probe.HealthProbe;
import dev.swarmha.engine.probe.ProbeResult;
import dev.swarmha.wait.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One health check on its way through a gate: what it has answered and when it is asked next. */
final class CheckRun {

  private final HealthCheck check;
  private Instant due;
  private int attempts;
  private int failures;
  private int passesInARow;
  private String answer = "not asked yet";

  CheckRun(HealthCheck check, Instant due) {
    this.check = check;
    this.due = due;
  }

  HealthProbe probe() {
    return check.probe();
  }

  Instant due() {
    return due;
  }

  int attempts() {
    return attempts;
  }

  /** The time until the next try. */
  Duration wait(Instant now) {
    return now.isBefore(due) ? Duration.between(now, due) : Duration.ZERO;
  }

  void begin(Instant now) {
    attempts++;
    due = now.plus(check.interval());
  }

  /** A try that time has cut short says less than the one before it. */
  void end(ProbeResult result, boolean timeIsUp) {
    if (!timeIsUp || attempts == 1) {
      answer = result.answer();
    }
    passesInARow = result.passed() ? passesInARow + 1 : 0;
    failures += result.passed() ? 0 : 1;
  }

  boolean hasPassed() {
    return passesInARow >= check.passes();
  }

  /** Why the check has failed for good; empty as long as it has not. */
  Optional<Reason> failure() {
    return failures < check.retries()
        ? Optional.empty()
        : Optional.of(reason(answer + ", after " + counted(attempts)));
  }

  /** How far the check had got when time ran out. */
  Reason unfinished() {
    return reason("time is up: " + answer + ", after " + counted(attempts));
  }

  private Reason reason(String message) {
    return Reason.ofService(probe().address(), message);
  }

  private static String counted(int tries) {
    return tries == 1 ? "1 try" : tries + " tries";
  }
}
