package dev.swarmha.engine.testkit.cluster;

import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.testkit.state.ClusterState;
import dev.swarmha.engine.testkit.state.StoredNode;
import dev.swarmha.engine.testkit.state.StoredTask;
import java.util.Optional;

/**
 * Rejects tasks whose node no longer satisfies their constraints (swarmkit {@code
 * manager/orchestrator/constraintenforcer}).
 */
final class ConstraintEnforcer {

  private final ClusterState state;

  ConstraintEnforcer(ClusterState state) {
    this.state = state;
  }

  void run() {
    for (StoredNode node : state.nodes()) {
      if (node.mayKeepTasks()) {
        state.tasksOn(node.id()).forEach(task -> enforce(node, task));
      }
    }
  }

  private static void enforce(StoredNode node, StoredTask task) {
    boolean placed = !task.hasEnded() && task.state().compareTo(TaskState.ASSIGNED) >= 0;
    if (placed && task.isWanted() && !Nodes.satisfies(node, task)) {
      task.fail(TaskState.REJECTED, "assigned node no longer meets constraints", Optional.empty());
    }
  }
}
