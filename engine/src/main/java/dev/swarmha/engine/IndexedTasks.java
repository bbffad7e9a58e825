package dev.swarmha.engine;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;

/**
 * Tasks in their order, of which those of one service are found at once: large swarms have many.
 */
final class IndexedTasks extends AbstractList<Task> implements RandomAccess {

  private final List<Task> tasks;
  private final Map<ResourceId, List<Task>> byService = new HashMap<>();

  IndexedTasks(List<Task> tasks) {
    this.tasks = List.copyOf(tasks);
    this.tasks.forEach(
        task -> byService.computeIfAbsent(task.service(), any -> new ArrayList<>()).add(task));
    byService.replaceAll((service, list) -> List.copyOf(list));
  }

  static IndexedTasks of(List<Task> tasks) {
    return tasks instanceof IndexedTasks indexed ? indexed : new IndexedTasks(tasks);
  }

  List<Task> of(ResourceId service) {
    return byService.getOrDefault(service, List.of());
  }

  @Override
  public Task get(int index) {
    return tasks.get(index);
  }

  @Override
  public int size() {
    return tasks.size();
  }
}
