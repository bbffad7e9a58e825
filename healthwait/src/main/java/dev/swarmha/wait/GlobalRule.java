package dev.swarmha.wait;

import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.Task;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Every node that takes part has a running task of the awaited spec. Nodes that are down, drained
 * or paused take no part: they get no new tasks, and what a paused node has is never updated
 * (swarmkit {@code manager/orchestrator/global}).
 */
final class GlobalRule implements ConvergenceRule {

  @Override
  public Tally tally(Rollout rollout) {
    RestartPolicy policy = rollout.restartPolicy();
    List<Participant> participants = Participant.of(rollout);
    int done = 0;
    Set<ResourceId> standing = new HashSet<>();
    int wanted = Participant.wanted(participants, rollout);
    List<Slot> open = new ArrayList<>();
    for (Participant participant : participants) {
      List<Task> running = participant.tasks().stream().filter(rollout::counts).toList();
      running.forEach(task -> standing.add(task.id()));
      if (!running.isEmpty() || participant.hasNewest(task -> policy.isDone(task))) {
        done++;
      } else {
        participant.slot().ifPresent(open::add);
      }
    }
    return new Tally(done, wanted, standing, open, outdated(rollout));
  }

  private static int outdated(Rollout rollout) {
    return (int)
        rollout.outdated().stream()
            .filter(task -> rollout.node(task).map(Participant::isServed).orElse(false))
            .count();
  }
}
