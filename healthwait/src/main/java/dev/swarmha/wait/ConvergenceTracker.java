package dev.swarmha.wait;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.Node;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.time.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges one service by a row of looks: adds to the judge's verdict what needs memory. Time is that
 * of the looks, so a tracker never reads a clock, and the clocks of nodes do not matter.
 */
final class ConvergenceTracker {

  private final ServiceTarget target;
  private final WaitLimits limits;
  private final TaskMemory memory;
  private final Marks marks = new Marks();
  private final Map<ResourceId, Instant> upSince = new HashMap<>();
  private final Map<Trouble.Kind, Instant> troubledSince = new EnumMap<>(Trouble.Kind.class);
  private Optional<Observation.Progress> progress = Optional.empty();
  private Optional<Instant> movedAt = Optional.empty();
  private Optional<Convergence> decision = Optional.empty();

  ConvergenceTracker(ServiceTarget target, WaitLimits limits) {
    this.target = requireNonNull(target, "target");
    this.limits = requireNonNull(limits, "limits");
    this.memory = new TaskMemory(target.id());
  }

  ServiceTarget target() {
    return target;
  }

  /**
   * The verdict after one more look. Failures are for ever; a service that has converged may still
   * fall back while others are waited for.
   *
   * @param alone whether no other service is on its way that this one's tasks might depend on
   */
  Convergence observe(Look look, boolean alone) {
    if (decision.isPresent()) {
      return decision.get();
    }
    Observation observation = ConvergenceJudge.observe(target, memory.complete(look.snapshot()));
    progress = observation.progress();
    progress.map(Observation.Progress::rollout).ifPresent(memory::recognise);
    Convergence verdict =
        progress
            .map(it -> judge(observation, it, look, alone))
            .orElseGet(() -> explained(observation.verdict(), look.snapshot()));
    if (verdict.isFinal() && !(verdict instanceof Convergence.Converged)) {
      decision = Optional.of(verdict);
    }
    return verdict;
  }

  /** Nothing could be seen for a while, so what seemed to last may have moved meanwhile. */
  void resume() {
    movedAt = Optional.empty();
    troubledSince.clear();
  }

  /** What the newest verdict was read from; empty where there was nothing but the verdict. */
  Optional<Observation.Progress> progress() {
    return progress;
  }

  /** What the service is still waiting for. */
  Reason unfinished(String lead) {
    return progress
        .map(it -> new Unfinished(it).reason(lead))
        .orElseGet(() -> Reason.ofService(target.service(), lead));
  }

  private Convergence judge(
      Observation observation, Observation.Progress current, Look look, boolean alone) {
    Optional<Instant> stableAt = stableAt(current.tally(), look);
    if (observation.verdict() instanceof Convergence.Converged converged) {
      movedAt = Optional.of(look.end());
      troubledSince.clear();
      return stableAt
          .filter(look.beginning()::isBefore)
          .<Convergence>map(
              until -> new Convergence.Settling(converged.wanted(), converged.wanted(), until))
          .orElse(converged);
    }
    return lasting(observation, look, alone)
        .or(() -> stuck(current, look))
        .orElseGet(observation::verdict);
  }

  /** Once the Engine has gone back, it no longer says which task made it do so. */
  private Convergence explained(Convergence verdict, Snapshot snapshot) {
    Optional<Task> failure = memory.newestFailure();
    if (failure.isEmpty()
        || !(verdict instanceof Convergence.RolledBack back)
        || back.reasons().stream().anyMatch(reason -> reason.task().isPresent())) {
      return verdict;
    }
    Rollout rollout =
        Rollout.of(
            snapshot.find(ResourceKind.SERVICE, target.id()).orElseThrow(),
            snapshot,
            target.milestone());
    String words = ": " + TaskWords.of(failure.get());
    return new Convergence.RolledBack(
        back.reasons().stream()
            .map(reason -> rollout.reason(failure.get(), reason.message() + words))
            .toList());
  }

  /** When the youngest of the tasks that the tally rests on will have been up for long enough. */
  private Optional<Instant> stableAt(Tally tally, Look look) {
    upSince.keySet().retainAll(tally.standing());
    tally.standing().forEach(task -> upSince.putIfAbsent(task, look.end()));
    return upSince.values().stream()
        .max(Instant::compareTo)
        .map(since -> since.plus(target.stableFor()));
  }

  private Optional<Convergence> lasting(Observation observation, Look look, boolean alone) {
    Optional<Trouble> trouble = observation.trouble().filter(it -> !mayHeal(it, look.snapshot()));
    troubledSince.keySet().removeIf(kind -> isOver(kind, trouble));
    if (trouble.isEmpty()) {
      return Optional.empty();
    }
    Instant since = troubledSince.computeIfAbsent(trouble.get().kind(), kind -> look.end());
    return look.beginning().isBefore(since.plus(grace(trouble.get(), alone)))
        ? Optional.empty()
        : Optional.of(new Convergence.Failed(List.of(trouble.get().reason())));
  }

  /** A task that is being stopped holds its room and its ports until it is gone. */
  private static boolean mayHeal(Trouble trouble, Snapshot snapshot) {
    return trouble.kind() == Trouble.Kind.UNPLACED
        && snapshot.tasks().stream()
            .filter(ConvergenceTracker::isStopping)
            .anyMatch(
                task -> task.node().flatMap(snapshot::node).filter(Node::isReady).isPresent());
  }

  private static boolean isStopping(Task task) {
    return task.state() == TaskState.RUNNING && task.desired().compareTo(TaskState.COMPLETE) > 0;
  }

  /** A crashing task is up now and then; that cures nothing, only convergence does. */
  private static boolean isOver(Trouble.Kind kind, Optional<Trouble> trouble) {
    return kind != Trouble.Kind.CRASH_LOOP && trouble.filter(it -> it.kind() == kind).isEmpty();
  }

  private Duration grace(Trouble trouble, boolean alone) {
    if (trouble.kind() == Trouble.Kind.CRASH_LOOP) {
      return alone ? Duration.ZERO : limits.crashGrace();
    }
    return limits.grace();
  }

  private Optional<Convergence> stuck(Observation.Progress current, Look look) {
    if (marks.advance(current) || current.rollout().isAtWork() || movedAt.isEmpty()) {
      movedAt = Optional.of(look.end());
    }
    Duration allowed = limits.progressDeadline().plus(Allowance.of(current.rollout().spec()));
    if (look.beginning().isBefore(movedAt.orElse(look.end()).plus(allowed))) {
      return Optional.empty();
    }
    String lead = "nothing has moved forward for " + DurationText.of(allowed);
    return Optional.of(new Convergence.Failed(List.of(new Unfinished(current).reason(lead))));
  }
}
