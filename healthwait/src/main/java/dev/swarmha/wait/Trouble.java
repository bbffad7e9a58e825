package dev.swarmha.wait;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskState;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Something that keeps a rollout from going on, and how likely it is to heal by itself. */
record Trouble(Kind kind, Reason reason) {

  /** Kinds of trouble, the least curable first. */
  enum Kind {
    /** Nothing will change without a new deploy. */
    CERTAIN,
    /** Tasks fail again and again; what they lack may still come up beside them. */
    CRASH_LOOP,
    /** A task has ended and no other has taken its place. */
    ABANDONED,
    /** No node suits a task; one may join, or room may be made. */
    UNPLACED
  }

  /** A task rejected twice has been refused by its node, not struck by a hiccup on the way. */
  private static final int REJECTIONS = 2;

  private static final int CRASHES = 3;

  Trouble {
    requireNonNull(kind, "kind");
    requireNonNull(reason, "reason");
  }

  /** The worst trouble of a rollout; of several alike, the newest. */
  static Optional<Trouble> of(Rollout rollout, Tally tally) {
    List<Slot> open = tally.open();
    RestartPolicy policy = rollout.restartPolicy();
    boolean slotsMissing =
        open.stream().filter(slot -> slot.live().isPresent()).count() + tally.done()
            < tally.wanted();
    return Stream.of(
            newest(open, slot -> looping(slot, policy)).map(task -> looping(rollout, task, open)),
            newest(open, slot -> slotsMissing ? abandoned(slot, policy) : Optional.empty())
                .map(task -> abandoned(rollout, task)),
            newest(open, Trouble::unplaced)
                .map(task -> new Trouble(Kind.UNPLACED, rollout.reason(task, TaskWords.of(task)))))
        .flatMap(Optional::stream)
        .min(Comparator.comparing(Trouble::kind));
  }

  private static Optional<Task> newest(List<Slot> slots, SlotTask pick) {
    return slots.stream()
        .flatMap(slot -> pick.from(slot).stream())
        .max(Comparator.comparing(task -> task.status().since()));
  }

  private static Optional<Task> looping(Slot slot, RestartPolicy policy) {
    List<Task> row = slot.failuresInARow(policy);
    return row.stream()
        .findFirst()
        .filter(task -> slot.live().isPresent() && row.size() >= limit(task));
  }

  private static int limit(Task failed) {
    return failed.state() == TaskState.REJECTED ? REJECTIONS : CRASHES;
  }

  private static Trouble looping(Rollout rollout, Task task, List<Slot> open) {
    int times =
        open.stream()
            .map(slot -> slot.failuresInARow(rollout.restartPolicy()))
            .filter(row -> row.contains(task))
            .mapToInt(List::size)
            .sum();
    String message = TaskWords.of(task) + ", " + times + " times in a row";
    Kind kind = task.state() == TaskState.REJECTED ? Kind.CERTAIN : Kind.CRASH_LOOP;
    return new Trouble(kind, rollout.reason(task, message));
  }

  private static Optional<Task> abandoned(Slot slot, RestartPolicy policy) {
    return slot.live().isPresent()
        ? Optional.empty()
        : Optional.of(slot.newest()).filter(task -> task.upToDate() && policy.isFailure(task));
  }

  private static Trouble abandoned(Rollout rollout, Task task) {
    boolean ends = !rollout.restartPolicy().restartsAfterFailure();
    String why = ends ? "the restart policy allows no other try" : "no other task has come for it";
    return new Trouble(
        ends ? Kind.CERTAIN : Kind.ABANDONED,
        rollout.reason(task, TaskWords.of(task) + "; " + why));
  }

  private static Optional<Task> unplaced(Slot slot) {
    return slot.live()
        .filter(Task::upToDate)
        .filter(task -> task.state().compareTo(TaskState.PENDING) <= 0)
        .filter(task -> !task.status().error().isBlank());
  }

  /** Picks a task from a slot, if it has such a one. */
  @FunctionalInterface
  private interface SlotTask {
    Optional<Task> from(Slot slot);
  }
}
