package dev.swarmha.engine.testkit.cluster;

import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.testkit.state.ClusterState;
import dev.swarmha.engine.testkit.state.RolloutPolicy;
import dev.swarmha.engine.testkit.state.StoredObject;
import dev.swarmha.engine.testkit.state.StoredTask;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One slot being changed: the new task comes up, the old one goes, in the order of the policy. */
final class SlotChange {

  private final ClusterState state;
  private final RestartSupervisor restarts;
  private final RolloutPolicy policy;
  private final Slot slot;
  private Optional<StoredTask> coming = Optional.empty();
  private Optional<Instant> pauseEnds = Optional.empty();

  SlotChange(ClusterState state, RestartSupervisor restarts, RolloutPolicy policy, Slot slot) {
    this.state = state;
    this.restarts = restarts;
    this.policy = policy;
    this.slot = slot;
  }

  /** Starts the change, and returns the new task unless a fitting one is there already. */
  Optional<StoredTask> begin(StoredObject service) {
    Optional<StoredTask> fitting =
        slot.tasks().stream()
            .filter(task -> task.isWanted() && !state.isDirty(task))
            .max((a, b) -> a.desired().compareTo(b.desired()));
    if (fitting.isPresent()) {
      keep(fitting.get());
      return Optional.empty();
    }
    StoredTask made = state.createTask(service, slot.number(), slot.node(), TaskState.READY);
    Optional<StoredTask> old = policy.startFirst() ? Optional.empty() : removeOthers(made);
    restarts.delayStart(made, old, Duration.ZERO);
    coming = Optional.of(made);
    return coming;
  }

  private void keep(StoredTask fitting) {
    Optional<StoredTask> old = removeOthers(fitting);
    if (fitting.desired() != TaskState.RUNNING) {
      restarts.delayStart(fitting, old, Duration.ZERO);
    }
  }

  /** Goes on; true when the slot is done and the pause after it is over. */
  boolean advance() {
    if (pauseEnds.isEmpty()) {
      if (coming.filter(task -> task.state().compareTo(TaskState.RUNNING) < 0).isPresent()) {
        return false;
      }
      coming
          .filter(task -> policy.startFirst() && task.state() == TaskState.RUNNING)
          .ifPresent(this::removeOthers);
      Instant end = state.now().plus(policy.delay());
      pauseEnds = Optional.of(end);
      state.wakeAt(end);
    }
    return pauseEnds.filter(end -> !end.isAfter(state.now())).isPresent();
  }

  private Optional<StoredTask> removeOthers(StoredTask kept) {
    List<StoredTask> others =
        state.tasksOf(kept.service()).stream()
            .filter(task -> isHere(task) && task != kept && task.isWanted())
            .toList();
    others.forEach(task -> task.desire(TaskState.SHUTDOWN));
    return others.stream().filter(task -> !task.hasEnded()).findFirst();
  }

  private boolean isHere(StoredTask task) {
    return task.slot().equals(slot.number()) && slot.node().map(task::isOn).orElse(true);
  }
}
