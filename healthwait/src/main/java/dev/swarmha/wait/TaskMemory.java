package dev.swarmha.wait;

import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Remembers tasks of one service that failed, since the managers keep few of them and a reason must
 * outlive its task.
 */
final class TaskMemory {

  private final ResourceId service;
  private final Map<ResourceId, Task> failed = new LinkedHashMap<>();

  TaskMemory(ResourceId service) {
    this.service = service;
  }

  /** The snapshot with the failed tasks that it no longer has. */
  Snapshot complete(Snapshot snapshot) {
    snapshot.tasksOf(service).stream()
        .filter(task -> task.state().isFailure())
        .forEach(task -> failed.put(task.id(), task));
    Set<ResourceId> present = snapshot.tasks().stream().map(Task::id).collect(Collectors.toSet());
    List<Task> tasks = new ArrayList<>(snapshot.tasks());
    failed.values().stream().filter(task -> !present.contains(task.id())).forEach(tasks::add);
    if (tasks.size() == snapshot.tasks().size()) {
      return snapshot;
    }
    tasks.sort(Comparator.comparing(Task::createdAt));
    return new Snapshot(snapshot.takenAt(), snapshot.resources(), tasks, snapshot.nodes());
  }
}
