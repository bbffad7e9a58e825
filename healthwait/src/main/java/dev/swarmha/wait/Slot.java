package dev.swarmha.wait;

import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskState;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The place of one task in a service and everything that has run there, oldest first: a numbered
 * slot of a replicated service, or a node of a global one.
 */
record Slot(String key, List<Task> tasks) {

  Slot {
    tasks = List.copyOf(tasks);
  }

  /** Where a task belongs. */
  static String keyOf(Task task) {
    return task.slot()
        .map(String::valueOf)
        .or(() -> task.node().map(Object::toString))
        .orElseGet(() -> task.id().value());
  }

  Task newest() {
    return tasks.get(tasks.size() - 1);
  }

  /** The newest task that runs, or is on its way there, and is meant to be. */
  Optional<Task> live() {
    return lastMatching(Slot::isLive);
  }

  /** The newest task of the awaited spec that ended by itself in a way that it should not. */
  Optional<Task> lastFailure(RestartPolicy policy) {
    return lastMatching(task -> task.upToDate() && policy.isFailure(task));
  }

  /**
   * How often tasks of the awaited spec have failed here one after the other, up to now. A task of
   * another spec or one that was stopped ends the row, so that what happened before it never
   * counts.
   */
  int failuresInARow(RestartPolicy policy) {
    int failures = 0;
    for (int i = tasks.size() - 1; i >= 0; i--) {
      Task task = tasks.get(i);
      if (task.upToDate() && policy.isFailure(task)) {
        failures++;
      } else if (task.state().isTerminal()) {
        break;
      }
    }
    return failures;
  }

  /**
   * The managers want the task to come up, or to end well as those of jobs do, and it still may.
   */
  static boolean isLive(Task task) {
    return !task.state().isTerminal() && task.desired().compareTo(TaskState.COMPLETE) <= 0;
  }

  private Optional<Task> lastMatching(Predicate<Task> condition) {
    for (int i = tasks.size() - 1; i >= 0; i--) {
      if (condition.test(tasks.get(i))) {
        return Optional.of(tasks.get(i));
      }
    }
    return Optional.empty();
  }
}
