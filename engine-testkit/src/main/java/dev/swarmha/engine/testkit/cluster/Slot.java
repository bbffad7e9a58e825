package dev.swarmha.engine.testkit.cluster;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.testkit.state.ClusterState;
import dev.swarmha.engine.testkit.state.StoredTask;
import java.util.List;
import java.util.Optional;

/**
 * The place of one task of a service, a number or a node, with the tasks that hold it: usually one,
 * two while one replaces the other.
 */
record Slot(Optional<Integer> number, Optional<ResourceId> node, List<StoredTask> tasks) {

  Slot {
    requireNonNull(number, "number");
    requireNonNull(node, "node");
    tasks = List.copyOf(tasks);
  }

  boolean isDirty(ClusterState state) {
    return tasks.size() != 1 || state.isDirty(tasks.get(0));
  }

  boolean isRunning() {
    return tasks.stream().anyMatch(task -> task.state() == TaskState.RUNNING);
  }
}
