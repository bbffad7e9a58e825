package dev.swarmha.engine.testkit.api;

import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.testkit.state.ClusterState;
import dev.swarmha.engine.testkit.state.StoredObject;
import dev.swarmha.engine.testkit.state.StoredTask;
import java.util.ArrayList;
import java.util.List;

/**
 * Networks that were removed from the swarm while containers were attached to them: the Engines of
 * these containers go on showing them until the last one has stopped.
 */
final class Attachments {

  private final ClusterState state;
  private final List<StoredObject> removed = new ArrayList<>();

  Attachments(ClusterState state) {
    this.state = state;
  }

  void removed(StoredObject object) {
    if (object.kind() == ResourceKind.NETWORK) {
      removed.add(object);
    }
  }

  /** The removed networks that the Engine of a node still shows. */
  List<StoredObject> lingering(ResourceId node) {
    return removed.stream().filter(network -> isAttached(network, node)).toList();
  }

  private boolean isAttached(StoredObject network, ResourceId node) {
    return state.tasksOn(node).stream()
        .filter(Attachments::hasContainer)
        .anyMatch(task -> task.spec().networks().contains(network.id().value()));
  }

  private static boolean hasContainer(StoredTask task) {
    return !task.hasEnded() && task.state().compareTo(TaskState.STARTING) >= 0;
  }
}
