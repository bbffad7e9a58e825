package dev.swarmha.wait;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.EngineLogs;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.engine.time.Timeline;
import dev.swarmha.wait.event.WaitListener;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
    return await(scope, targets, Watch.NOTHING, deadline, limits);
  }

  /**
   * Waits for services that are all within a scope, and for what is watched beside them.
   *
   * @throws dev.swarmha.engine.EngineException when the Engine is away for longer than the limits
   *     allow
   * @throws InterruptedException when the command is interrupted meanwhile
   */
  public WaitResult await(
      WaitScope scope,
      List<ServiceTarget> targets,
      Watch watch,
      Deadline deadline,
      WaitLimits limits)
      throws InterruptedException {
    if (targets.isEmpty() && watch == Watch.NOTHING) {
      return new WaitResult.Succeeded();
    }
    TargetTrackers trackers = new TargetTrackers(targets, limits, listener);
    Outage outage = new Outage(timeline, limits.outage());
    Pace pace = new Pace();
    SwarmEngine inTime = new TimedReading(engine, deadline).swarm();
    while (true) {
      boolean wasAway = outage.isOn();
      Optional<Snapshot> snapshot = outage.ask(() -> scope.snapshot(inTime, timeline));
      Instant end = timeline.instant();
      boolean moved =
          snapshot.map(it -> trackers.observe(new Look(it, end), wasAway)).orElse(false);
      Optional<WaitResult> services = trackers.end(deadline, outage.lead());
      boolean settled = services.filter(WaitResult::succeeded).isPresent();
      snapshot.ifPresent(it -> watch.observe(it, settled));
      Optional<WaitResult> result =
          failure(services, watch)
              .or(() -> settled ? end(missing(watch, scope, outage), deadline) : services);
      if (result.isPresent()) {
        return withLogs(result.get());
      }
      watch.pass(rest(pace.next(moved), trackers), deadline);
    }
  }

  /**
   * Where nothing but time is missing, the next look is not later than need be. While the Engine is
   * away, that instant may be over.
   */
  private Duration rest(Duration pace, TargetTrackers trackers) {
    return trackers
        .settledAt()
        .map(until -> Duration.between(timeline.instant(), until))
        .filter(left -> left.compareTo(Duration.ZERO) > 0 && left.compareTo(pace) < 0)
        .orElse(pace);
  }

  private static Optional<WaitResult> failure(Optional<WaitResult> services, Watch watch) {
    if (services.filter(WaitResult.Failed.class::isInstance).isPresent()) {
      return services;
    }
    List<Reason> failures = watch.failures();
    return failures.isEmpty() ? Optional.empty() : Optional.of(new WaitResult.Failed(failures));
  }

  /** What keeps a wait from ending whose services had all converged when they were last seen. */
  private static List<Reason> missing(Watch watch, WaitScope scope, Outage outage) {
    List<Reason> missing = new ArrayList<>(watch.missing(outage.lead()));
    if (missing.isEmpty() && outage.isOn()) {
      missing.add(Reason.ofService(scope.stack().orElse("swarm"), outage.lead()));
    }
    return missing;
  }

  private static Optional<WaitResult> end(List<Reason> missing, Deadline deadline) {
    if (missing.isEmpty()) {
      return Optional.of(new WaitResult.Succeeded());
    }
    return deadline.hasPassed() ? Optional.of(new WaitResult.TimedOut(missing)) : Optional.empty();
  }

  private WaitResult withLogs(WaitResult result) {
    return result.withReasons(logTails.addTo(result.reasons()));
  }
}
