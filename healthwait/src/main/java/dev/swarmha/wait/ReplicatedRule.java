package dev.swarmha.wait;

import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.Task;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * As many slots as there are replicas have a running task of the awaited spec, and no task of
 * another spec is left. A task that ended well and that its restart policy lets rest counts as one
 * that runs.
 */
final class ReplicatedRule implements ConvergenceRule {

  @Override
  public Tally tally(Rollout rollout) {
    RestartPolicy policy = rollout.restartPolicy();
    int done = 0;
    Set<ResourceId> standing = new HashSet<>();
    List<Slot> open = new ArrayList<>();
    for (Slot slot : rollout.slots()) {
      List<Task> running = slot.tasks().stream().filter(rollout::counts).toList();
      running.forEach(task -> standing.add(task.id()));
      if (!running.isEmpty() || isAtRest(slot, policy)) {
        done++;
      } else {
        open.add(slot);
      }
    }
    return new Tally(done, replicas(rollout), standing, open, rollout.outdated().size());
  }

  private static boolean isAtRest(Slot slot, RestartPolicy policy) {
    return slot.newest().upToDate() && policy.isDone(slot.newest());
  }

  private static int replicas(Rollout rollout) {
    return rollout.mode().mapping("Replicated").number("Replicas").orElse(1L).intValue();
  }
}
