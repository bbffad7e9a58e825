package dev.swarmha.wait;

import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Remembers tasks of one service that failed, since the managers keep few of them and a reason must
 * outlive its task; and which tasks were of the awaited spec, since nothing tells that once the
 * Engine has gone back to another.
 */
final class TaskMemory {

  private final ResourceId service;
  private final Map<ResourceId, Task> failed = new LinkedHashMap<>();
  private final Set<ResourceId> awaited = new HashSet<>();

  TaskMemory(ResourceId service) {
    this.service = service;
  }

  /** Remembers which tasks are of the awaited spec now. */
  void recognise(Rollout rollout) {
    rollout.tasks().stream().filter(Task::upToDate).map(Task::id).forEach(awaited::add);
  }

  /** The newest task of the awaited spec that has failed, whatever the spec is by now. */
  Optional<Task> newestFailure() {
    return failed.values().stream()
        .filter(task -> awaited.contains(task.id()))
        .max(Comparator.comparing(task -> task.status().since()));
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
