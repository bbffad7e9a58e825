package dev.swarmha.engine.testkit.cluster;

import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.testkit.state.ClusterState;
import dev.swarmha.engine.testkit.state.StoredTask;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Forgets tasks that were removed and have stopped, and the oldest of each slot beyond the history
 * that a swarm keeps (swarmkit {@code manager/orchestrator/taskreaper}).
 */
final class TaskReaper {

  private static final int HISTORY = 5;

  private record Place(ResourceId service, Optional<Integer> slot, Optional<ResourceId> node) {}

  private final ClusterState state;

  TaskReaper(ClusterState state) {
    this.state = state;
  }

  void run() {
    Map<Place, Deque<StoredTask>> histories = new HashMap<>();
    for (StoredTask task : state.tasks()) {
      if (task.desired() == TaskState.REMOVE && isInert(task)) {
        state.removeTask(task);
        continue;
      }
      Optional<ResourceId> node = task.slot().isPresent() ? Optional.empty() : task.node();
      Deque<StoredTask> history =
          histories.computeIfAbsent(
              new Place(task.service(), task.slot(), node), place -> new ArrayDeque<>());
      history.addLast(task);
      StoredTask oldest = history.getFirst();
      if (history.size() > HISTORY && !oldest.isWanted() && isInert(oldest)) {
        state.removeTask(history.removeFirst());
      }
    }
  }

  private static boolean isInert(StoredTask task) {
    return task.hasEnded() || task.state().compareTo(TaskState.ASSIGNED) < 0;
  }
}
