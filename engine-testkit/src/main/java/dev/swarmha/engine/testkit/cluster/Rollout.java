package dev.swarmha.engine.testkit.cluster;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.testkit.state.ClusterState;
import dev.swarmha.engine.testkit.state.RolloutPolicy;
import dev.swarmha.engine.testkit.state.RolloutPolicy.FailureAction;
import dev.swarmha.engine.testkit.state.StoredObject;
import dev.swarmha.engine.testkit.state.StoredTask;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One service on its way to one spec: slot after slot, as its policy says, watching the new tasks
 * until the last one has run for the monitor period.
 */
final class Rollout {

  private final ClusterState state;
  private final RestartSupervisor restarts;
  private final ResourceId service;
  private final Mapping spec;
  private final RolloutPolicy policy;
  private final Deque<Slot> waiting;
  private final int slots;
  private final int parallelism;
  private final List<SlotChange> active = new ArrayList<>();
  private final List<StoredTask> made = new ArrayList<>();
  private final Set<ResourceId> failed = new HashSet<>();
  private Optional<Instant> watchUntil = Optional.empty();
  private boolean over;

  Rollout(ClusterState state, RestartSupervisor restarts, StoredObject service, List<Slot> dirty) {
    this.state = state;
    this.restarts = restarts;
    this.service = service.id();
    this.spec = service.spec();
    this.policy =
        RolloutStatus.isRollback(service)
            ? service.service().rollbackPolicy()
            : service.service().updatePolicy();
    this.waiting = new ArrayDeque<>(dirty);
    this.slots = dirty.size();
    this.parallelism = policy.parallelism() == 0 ? dirty.size() : policy.parallelism();
  }

  boolean isFor(StoredObject current) {
    return spec.equals(current.spec());
  }

  boolean isOver() {
    return over;
  }

  void advance() {
    actOnFailures();
    if (over) {
      return;
    }
    StoredObject current = state.find(service).orElseThrow();
    active.removeIf(SlotChange::advance);
    while (active.size() < parallelism && !waiting.isEmpty()) {
      begin(current, waiting.removeFirst());
    }
    if (active.isEmpty() && waiting.isEmpty()) {
      watch();
    }
  }

  private void begin(StoredObject current, Slot slot) {
    SlotChange change = new SlotChange(state, restarts, policy, slot);
    change.begin(current).ifPresent(made::add);
    active.add(change);
  }

  private void watch() {
    Instant end = watchUntil.orElseGet(() -> state.now().plus(policy.watch()));
    if (watchUntil.isEmpty()) {
      watchUntil = Optional.of(end);
      state.wakeAt(end);
    } else if (!state.now().isBefore(end)) {
      RolloutStatus.complete(state, service);
      over = true;
    }
  }

  /** Pauses or rolls back, and is over, when too many of the new tasks have failed. */
  void actOnFailures() {
    if (over || policy.failureAction() == FailureAction.CONTINUE) {
      return;
    }
    for (StoredTask task : made) {
      if (countsAsFailure(task) && policy.exceededBy(failed.size(), slots)) {
        act(state.find(service).orElseThrow(), task.id());
        over = true;
        return;
      }
    }
  }

  private boolean countsAsFailure(StoredTask task) {
    return task.hasEnded() && endedEarly(task) && failed.add(task.id());
  }

  private boolean endedEarly(StoredTask task) {
    return task.runningSince()
        .map(since -> Duration.between(since, task.status().since()))
        .filter(ran -> ran.compareTo(policy.watch()) > 0)
        .isEmpty();
  }

  private void act(StoredObject current, ResourceId task) {
    boolean updatedMeanwhile = current.updateStatus().isEmpty();
    if (updatedMeanwhile) {
      return;
    }
    boolean canRollBack =
        policy.failureAction() == FailureAction.ROLLBACK && !RolloutStatus.isRollback(current);
    if (canRollBack) {
      RolloutStatus.rollBack(state, current, task);
    } else {
      RolloutStatus.pause(state, current, task);
    }
  }
}
