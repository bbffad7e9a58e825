package dev.swarmha.wait;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.EngineLogs;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.engine.time.Timeline;
import dev.swarmha.wait.event.WaitListener;
import java.util.List;
import java.util.Optional;

/**
 * Watches rollouts until all have converged at once, or one certainly will not. A round costs a
 * constant number of Engine calls, however many services there are.
 */
public final class ConvergenceWait {

  private final SwarmEngine engine;
  private final LogTails logTails;
  private final Timeline timeline;
  private final WaitListener listener;

  public ConvergenceWait(
      SwarmEngine engine, EngineLogs logs, Timeline timeline, WaitListener listener) {
    this.engine = requireNonNull(engine, "engine");
    this.logTails = new LogTails(logs);
    this.timeline = requireNonNull(timeline, "timeline");
    this.listener = requireNonNull(listener, "listener");
  }

  /**
   * Waits for services that are all within a scope.
   *
   * @throws dev.swarmha.engine.EngineException when the Engine is away for longer than the limits
   *     allow
   * @throws InterruptedException when the command is interrupted meanwhile
   */
  public WaitResult await(
      WaitScope scope, List<ServiceTarget> targets, Deadline deadline, WaitLimits limits)
      throws InterruptedException {
    if (targets.isEmpty()) {
      return new WaitResult.Succeeded();
    }
    TargetTrackers trackers = new TargetTrackers(targets, limits, listener);
    Outage outage = new Outage(timeline, limits.outage());
    Pace pace = new Pace();
    while (true) {
      boolean wasAway = outage.isOn();
      Optional<Snapshot> snapshot = outage.ask(() -> scope.snapshot(engine, timeline));
      boolean moved = snapshot.map(it -> trackers.observe(it, wasAway)).orElse(false);
      Optional<WaitResult> end = trackers.end(deadline, outage.lead());
      if (end.isPresent()) {
        return withLogs(end.get());
      }
      pace.pause(moved, deadline);
    }
  }

  private WaitResult withLogs(WaitResult result) {
    if (result instanceof WaitResult.Failed failed) {
      return new WaitResult.Failed(logTails.addTo(failed.reasons()));
    }
    if (result instanceof WaitResult.TimedOut timedOut) {
      return new WaitResult.TimedOut(logTails.addTo(timedOut.reasons()));
    }
    return result;
  }
}
