package dev.swarmha.engine.testkit.cluster;

import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.testkit.state.ClusterState;
import dev.swarmha.engine.testkit.state.StoredObject;
import dev.swarmha.engine.testkit.state.StoredTask;
import java.util.HashSet;
import java.util.Set;

/**
 * Gives new services their addresses, which writes them once more and so raises their version, and
 * passes new tasks on to the scheduler (swarmkit {@code manager/allocator}).
 */
final class Allocator {

  private final ClusterState state;
  private final Set<ResourceId> allocated = new HashSet<>();

  Allocator(ClusterState state) {
    this.state = state;
  }

  void run() {
    for (StoredObject service : state.all(ResourceKind.SERVICE)) {
      if (allocated.add(service.id())) {
        state.put(service);
      }
    }
    for (StoredTask task : state.tasks()) {
      if (task.state() == TaskState.NEW) {
        task.enter(TaskState.PENDING, "pending task scheduling");
      }
    }
  }
}
