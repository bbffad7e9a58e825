package dev.swarmha.wait.probe;

import dev.swarmha.engine.probe.Prober;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.engine.time.Timeline;
import dev.swarmha.wait.Reason;
import dev.swarmha.wait.WaitResult;
import dev.swarmha.wait.event.WaitListener;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Opens when every health check has passed once, and closes for good when one has used up its
 * tries. What has passed is asked no more.
 */
public final class HealthGate {

  private static final String TIME_IS_UP = "time is up";

  private final List<CheckRun> runs;
  private final Asking asking;

  /** A gate whose checks are all asked at once. */
  public HealthGate(
      List<PlacedCheck> checks, Prober prober, Timeline timeline, WaitListener listener) {
    this.asking = new Asking(prober, timeline, listener);
    Instant now = asking.now();
    this.runs = checks.stream().map(check -> new CheckRun(check, now)).toList();
    runs.forEach(run -> run.count(now));
  }

  /**
   * Waits until each check has passed.
   *
   * @throws InterruptedException when the command is interrupted meanwhile
   */
  public WaitResult await(Deadline deadline) throws InterruptedException {
    asking.pass(runs, deadline.left(), deadline, this::isDecided);
    List<Reason> failures =
        runs.stream().filter(CheckRun::hasFailed).map(CheckRun::failure).toList();
    if (!failures.isEmpty()) {
      return new WaitResult.Failed(failures);
    }
    List<Reason> missing =
        runs.stream()
            .filter(CheckRun::isAsked)
            .map(run -> run.missing(TIME_IS_UP, Duration.ZERO))
            .toList();
    runs.forEach(CheckRun::leave);
    return missing.isEmpty() ? new WaitResult.Succeeded() : new WaitResult.TimedOut(missing);
  }

  private boolean isDecided() {
    runs.stream().filter(CheckRun::hasPassed).forEach(CheckRun::leave);
    return runs.stream().noneMatch(CheckRun::isAsked)
        || runs.stream().anyMatch(CheckRun::hasFailed);
  }

  /** The numbers of each check. */
  public List<CheckSummary> summaries() {
    return runs.stream().map(CheckRun::summary).toList();
  }
}
