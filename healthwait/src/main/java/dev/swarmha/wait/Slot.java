package dev.swarmha.wait;

import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The place of one task in a service and everything that has run there, oldest first: a numbered
 * slot of a replicated service, or a node of a global one.
 */
public record Slot(String key, List<Task> tasks) {

  public Slot {
    tasks = List.copyOf(tasks);
  }

  /** All tasks of a service by their place, places in the order in which they were first taken. */
  public static List<Slot> of(List<Task> tasks) {
    Map<String, List<Task>> places = new LinkedHashMap<>();
    tasks.forEach(task -> places.computeIfAbsent(keyOf(task), key -> new ArrayList<>()).add(task));
    return places.entrySet().stream().map(e -> new Slot(e.getKey(), e.getValue())).toList();
  }

  /** Where a task belongs. */
  static String keyOf(Task task) {
    return task.slot()
        .map(String::valueOf)
        .or(() -> task.node().map(Object::toString))
        .orElseGet(() -> task.id().value());
  }

  /**
   * The managers want the task to come up, or to end well as those of jobs do, and it still may.
   */
  public static boolean isLive(Task task) {
    return !task.state().isTerminal() && task.desired().compareTo(TaskState.COMPLETE) <= 0;
  }

  public Task newest() {
    return tasks.get(tasks.size() - 1);
  }

  /** The newest task that runs, or is on its way there, and is meant to be. */
  public Optional<Task> live() {
    return newestFirst().stream().filter(Slot::isLive).findFirst();
  }

  /**
   * The tasks of the awaited spec that have failed here one after the other up to now, the newest
   * first. A task of another spec or one that was stopped ends the row, so that what happened
   * before it never counts.
   */
  public List<Task> failuresInARow(RestartPolicy policy) {
    List<Task> failures = new ArrayList<>();
    for (Task task : newestFirst()) {
      if (task.upToDate() && policy.isFailure(task)) {
        failures.add(task);
      } else if (task.state().isTerminal()) {
        break;
      }
    }
    return failures;
  }

  private List<Task> newestFirst() {
    List<Task> reversed = new ArrayList<>(tasks);
    Collections.reverse(reversed);
    return reversed;
  }
}
