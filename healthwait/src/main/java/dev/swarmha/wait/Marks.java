package dev.swarmha.wait;

import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.UpdateStatus.UpdateState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How far a rollout has ever been. Only what goes beyond that is a move forward: a task that comes
 * up again and again for others that failed is none.
 */
final class Marks {

  private final Map<String, TaskState> furthest = new HashMap<>();
  private final Set<Optional<UpdateState>> updateStates = new HashSet<>();
  private int done = -1;
  private int outdated = Integer.MAX_VALUE;

  /** Moves the marks, and tells whether any has moved. */
  boolean advance(Observation.Progress progress) {
    boolean moved = updateStates.add(progress.rollout().updateState());
    if (progress.tally().done() > done) {
      done = progress.tally().done();
      moved = true;
    }
    if (progress.tally().outdated() < outdated) {
      outdated = progress.tally().outdated();
      moved = true;
    }
    for (Task task : progress.rollout().tasks()) {
      moved |= task.upToDate() && Slot.isLive(task) && advance(task);
    }
    return moved;
  }

  private boolean advance(Task task) {
    TaskState before = furthest.getOrDefault(Slot.keyOf(task), TaskState.UNKNOWN);
    if (task.state().compareTo(before) <= 0) {
      return false;
    }
    furthest.put(Slot.keyOf(task), task.state());
    return true;
  }
}
