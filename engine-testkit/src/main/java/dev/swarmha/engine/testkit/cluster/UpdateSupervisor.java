package dev.swarmha.engine.testkit.cluster;

import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.UpdateStatus;
import dev.swarmha.engine.UpdateStatus.UpdateState;
import dev.swarmha.engine.testkit.state.ClusterState;
import dev.swarmha.engine.testkit.state.StoredObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One rollout for each service that has slots to change; a new spec ends the rollout of the old one
 * (swarmkit {@code manager/orchestrator/update}).
 */
final class UpdateSupervisor {

  private final ClusterState state;
  private final RestartSupervisor restarts;
  private final Map<ResourceId, Rollout> rollouts = new HashMap<>();

  UpdateSupervisor(ClusterState state, RestartSupervisor restarts) {
    this.state = state;
    this.restarts = restarts;
  }

  void update(StoredObject service, List<Slot> slots) {
    Rollout rollout = rollouts.get(service.id());
    if (rollout == null || !rollout.isFor(service)) {
      rollouts.remove(service.id());
      begin(service, slots);
      rollout = rollouts.get(service.id());
    }
    if (rollout != null) {
      rollout.advance();
      if (rollout.isOver()) {
        rollouts.remove(service.id());
      }
    }
  }

  /** Lets the rollout of a service see new failures before anybody replaces the failed tasks. */
  void watch(ResourceId service) {
    Rollout rollout = rollouts.get(service);
    if (rollout != null) {
      rollout.actOnFailures();
    }
  }

  void forget(ResourceId service) {
    rollouts.remove(service);
  }

  private void begin(StoredObject service, List<Slot> slots) {
    Optional<UpdateState> status = service.updateStatus().map(UpdateStatus::state);
    if (status.filter(UpdateSupervisor::isPaused).isPresent()) {
      return;
    }
    List<Slot> dirty = slots.stream().filter(slot -> slot.isDirty(state)).toList();
    if (dirty.isEmpty()) {
      RolloutStatus.complete(state, service.id());
      return;
    }
    StoredObject current = RolloutStatus.start(state, service);
    rollouts.put(service.id(), new Rollout(state, restarts, current, dirty));
  }

  private static boolean isPaused(UpdateState update) {
    return update == UpdateState.PAUSED || update == UpdateState.ROLLBACK_PAUSED;
  }
}
