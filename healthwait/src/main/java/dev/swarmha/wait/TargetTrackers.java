package dev.swarmha.wait;

import dev.swarmha.engine.time.Deadline;
import dev.swarmha.wait.event.WaitListener;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rollouts that are waited for together, each with its newest verdict. */
final class TargetTrackers {

  private final Map<ConvergenceTracker, Movements> trackers = new LinkedHashMap<>();
  private final Map<ConvergenceTracker, Convergence> verdicts = new LinkedHashMap<>();

  TargetTrackers(List<ServiceTarget> targets, WaitLimits limits, WaitListener listener) {
    targets.forEach(
        target ->
            trackers.put(
                new ConvergenceTracker(target, limits), new Movements(target.service(), listener)));
  }

  /** Judges all services by one look, and tells whether anything has moved. */
  boolean observe(Look look, boolean afterOutage) {
    boolean moved = false;
    for (Map.Entry<ConvergenceTracker, Movements> entry : trackers.entrySet()) {
      ConvergenceTracker tracker = entry.getKey();
      if (afterOutage) {
        tracker.resume();
      }
      Convergence verdict = tracker.observe(look, isAlone(tracker));
      verdicts.put(tracker, verdict);
      moved |= entry.getValue().report(tracker.progress(), verdict);
    }
    return moved;
  }

  /** Whether all others had converged when they were last looked at. */
  private boolean isAlone(ConvergenceTracker tracker) {
    return trackers.keySet().stream()
        .filter(other -> other != tracker)
        .allMatch(other -> verdicts.get(other) instanceof Convergence.Converged);
  }

  /** How the wait ends, and with which words if time is up; empty while it goes on. */
  Optional<WaitResult> end(Deadline deadline, String lead) {
    List<Reason> failures = new ArrayList<>();
    verdicts.forEach((tracker, verdict) -> failures.addAll(failures(tracker, verdict)));
    if (!failures.isEmpty()) {
      return Optional.of(new WaitResult.Failed(failures));
    }
    List<ConvergenceTracker> unfinished =
        trackers.keySet().stream()
            .filter(tracker -> !(verdicts.get(tracker) instanceof Convergence.Converged))
            .toList();
    if (unfinished.isEmpty()) {
      return Optional.of(new WaitResult.Succeeded());
    }
    return deadline.hasPassed()
        ? Optional.of(
            new WaitResult.TimedOut(
                unfinished.stream().map(tracker -> tracker.unfinished(lead)).toList()))
        : Optional.empty();
  }

  /**
   * When the last service will have stayed up for long enough, if nothing happens until then; empty
   * while more than time is missing.
   */
  Optional<Instant> settledAt() {
    List<Convergence> unfinished =
        verdicts.values().stream()
            .filter(verdict -> !(verdict instanceof Convergence.Converged))
            .toList();
    List<Instant> ends =
        unfinished.stream()
            .filter(Convergence.Settling.class::isInstance)
            .map(verdict -> ((Convergence.Settling) verdict).until())
            .toList();
    return ends.size() == unfinished.size()
        ? ends.stream().max(Instant::compareTo)
        : Optional.empty();
  }

  private static List<Reason> failures(ConvergenceTracker tracker, Convergence verdict) {
    if (verdict instanceof Convergence.Failed failed) {
      return failed.reasons();
    }
    if (verdict instanceof Convergence.RolledBack rolledBack) {
      return rolledBack.reasons();
    }
    return verdict instanceof Convergence.Superseded superseded
        ? List.of(Reason.ofService(tracker.target().service(), superseded.message()))
        : List.of();
  }
}
