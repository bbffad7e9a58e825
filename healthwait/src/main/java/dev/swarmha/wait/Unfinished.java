package dev.swarmha.wait;

import dev.swarmha.engine.Task;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says of a rollout that has not converged what it is waiting for. */
final class Unfinished {

  private final Rollout rollout;
  private final Tally tally;

  Unfinished(Observation.Progress progress) {
    this.rollout = progress.rollout();
    this.tally = progress.tally();
  }

  /** The task that is furthest from where it should be, if there is one, after these words. */
  Reason reason(String lead) {
    String head = lead + ": " + tally.done() + " of " + tally.wanted() + " tasks are up; ";
    return lagging()
        .map(task -> rollout.reason(task, head + words(task)))
        .or(
            () ->
                rollout.outdated().stream()
                    .findFirst()
                    .filter(task -> tally.outdated() > 0)
                    .map(task -> rollout.reason(task, head + "this one runs another spec")))
        .orElseGet(() -> rollout.reason(head + rest()));
  }

  private Optional<Task> lagging() {
    return tally.open().stream()
        .flatMap(slot -> newestOfSpec(slot).stream())
        .min(Comparator.comparing(Task::state).thenComparing(Task::createdAt));
  }

  private static Optional<Task> newestOfSpec(Slot slot) {
    List<Task> tasks = slot.tasks().stream().filter(Task::upToDate).toList();
    return tasks.isEmpty() ? Optional.empty() : Optional.of(tasks.get(tasks.size() - 1));
  }

  /** A task that has just begun says little; the one that failed before it says why. */
  private String words(Task task) {
    String now = "this one is " + TaskWords.of(task);
    if (task.state().isTerminal() || !task.status().error().isBlank()) {
      return now;
    }
    return rollout.slots().stream()
        .filter(slot -> slot.key().equals(Slot.keyOf(task)))
        .flatMap(slot -> slot.failuresInARow(rollout.restartPolicy()).stream())
        .findFirst()
        .map(failed -> now + ", after " + TaskWords.of(failed))
        .orElse(now);
  }

  private String rest() {
    if (tally.done() < tally.wanted()) {
      return "the managers have not made the others yet";
    }
    if (tally.done() > tally.wanted()) {
      return "the others have not been stopped yet";
    }
    return rollout
        .service()
        .updateStatus()
        .filter(status -> rollout.isBeingUpdated())
        .map(status -> "the Engine says: " + status.message())
        .orElse("they have not stayed up long enough yet");
  }
}
