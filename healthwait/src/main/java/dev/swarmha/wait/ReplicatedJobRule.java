package dev.swarmha.wait;

import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** As many slots as completions are wanted have a task of the awaited spec that ended well. */
final class ReplicatedJobRule implements ConvergenceRule {

  @Override
  public Tally tally(Rollout rollout) {
    int done = 0;
    List<Slot> open = new ArrayList<>();
    for (Slot slot : rollout.slots()) {
      if (slot.tasks().stream().anyMatch(ReplicatedJobRule::isCompleted)) {
        done++;
      } else {
        open.add(slot);
      }
    }
    // What an earlier run of the job left behind is stopped by the managers and is in nobody's way.
    return new Tally(done, completions(rollout), Set.of(), open, 0);
  }

  static boolean isCompleted(Task task) {
    return task.upToDate() && task.state() == TaskState.COMPLETE;
  }

  private static int completions(Rollout rollout) {
    return rollout.mode().mapping("ReplicatedJob").number("TotalCompletions").orElse(1L).intValue();
  }
}
