package dev.swarmha.wait;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Every node that takes part has a task of the awaited spec that ended well. */
final class GlobalJobRule implements ConvergenceRule {

  @Override
  public Tally tally(Rollout rollout) {
    List<Participant> participants = Participant.of(rollout);
    int done = 0;
    int wanted = Participant.wanted(participants, rollout);
    List<Slot> open = new ArrayList<>();
    for (Participant participant : participants) {
      if (participant.tasks().stream().anyMatch(ReplicatedJobRule::isCompleted)) {
        done++;
      } else {
        participant.slot().ifPresent(open::add);
      }
    }
    return new Tally(done, wanted, Set.of(), open, 0);
  }
}
