package dev.swarmha.engine.testkit.cluster;

import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.UpdateStatus;
import dev.swarmha.engine.UpdateStatus.UpdateState;
import dev.swarmha.engine.testkit.state.ClusterState;
import dev.swarmha.engine.testkit.state.StoredObject;
import java.util.Optional;

/** The states and words in which the managers record how a rollout goes. */
final class RolloutStatus {

  private RolloutStatus() {}

  static boolean isRollback(StoredObject service) {
    return service
        .updateStatus()
        .filter(status -> status.state() == UpdateState.ROLLBACK_STARTED)
        .isPresent();
  }

  /** Records the start of an update; a rollback was recorded when it was decided. */
  static StoredObject start(ClusterState state, StoredObject service) {
    if (service.updateStatus().isPresent()) {
      return service;
    }
    return state.put(
        service.withStatus(new UpdateStatus(UpdateState.UPDATING, "update in progress")));
  }

  static void complete(ClusterState state, ResourceId id) {
    Optional<StoredObject> service = state.find(id);
    Optional<UpdateState> now =
        service.flatMap(StoredObject::updateStatus).map(UpdateStatus::state);
    if (now.filter(UpdateState.UPDATING::equals).isPresent()) {
      record(state, service.orElseThrow(), UpdateState.COMPLETED, "update completed");
    } else if (now.filter(UpdateState.ROLLBACK_STARTED::equals).isPresent()) {
      record(state, service.orElseThrow(), UpdateState.ROLLBACK_COMPLETED, "rollback completed");
    }
  }

  static void pause(ClusterState state, StoredObject service, ResourceId task) {
    if (isRollback(service)) {
      record(state, service, UpdateState.ROLLBACK_PAUSED, "rollback paused" + dueTo(task));
    } else {
      record(state, service, UpdateState.PAUSED, "update paused" + dueTo(task));
    }
  }

  static void rollBack(ClusterState state, StoredObject service, ResourceId task) {
    state.put(
        service.rolledBack(
            new UpdateStatus(UpdateState.ROLLBACK_STARTED, "update rolled back" + dueTo(task))));
  }

  private static String dueTo(ResourceId task) {
    return " due to failure or early termination of task " + task;
  }

  private static void record(
      ClusterState state, StoredObject service, UpdateState next, String message) {
    state.put(service.withStatus(new UpdateStatus(next, message)));
  }
}
