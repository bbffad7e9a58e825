package dev.swarmha.wait;

import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.UpdateStatus;
import dev.swarmha.engine.UpdateStatus.UpdateState;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Judges one service by one snapshot. Pure: {@code Converged} means that observed equals desired at
 * that instant, not that it has stayed so.
 */
public final class ConvergenceJudge {

  /** The Engine ends the message of a rollout that it gave up with the task that made it do so. */
  private static final Pattern TASK = Pattern.compile("\\btask (\\S+)");

  private ConvergenceJudge() {}

  public static Convergence judge(ServiceTarget target, Snapshot snapshot) {
    return observe(target, snapshot).verdict();
  }

  static Observation observe(ServiceTarget target, Snapshot snapshot) {
    Optional<Resource> found = snapshot.find(ResourceKind.SERVICE, target.id());
    if (found.isEmpty()) {
      return Observation.decided(new Convergence.Superseded("somebody has removed it"));
    }
    Rollout rollout = Rollout.of(found.get(), snapshot, target.milestone());
    if (!target.desired().matches(rollout.spec())) {
      return Observation.decided(replaced(rollout));
    }
    return stoppedByEngine(rollout)
        .map(Observation::decided)
        .orElseGet(() -> underWay(rollout, ConvergenceRule.of(rollout.spec()).tally(rollout)));
  }

  private static Convergence replaced(Rollout rollout) {
    return rollout
        .service()
        .updateStatus()
        .filter(status -> status.state().isRollback())
        .<Convergence>map(
            status ->
                new Convergence.RolledBack(reasons(rollout, status, "the Engine has gone back: ")))
        .orElseGet(() -> new Convergence.Superseded("somebody has given it another spec"));
  }

  /**
   * A rollback that is under way or done is no failure here: it leads to the spec that is meant.
   */
  private static Optional<Convergence> stoppedByEngine(Rollout rollout) {
    return rollout
        .service()
        .updateStatus()
        .filter(
            status ->
                status.state() == UpdateState.PAUSED
                    || status.state() == UpdateState.ROLLBACK_PAUSED)
        .map(status -> new Convergence.Failed(reasons(rollout, status, "")));
  }

  /** In the Engine's words, which do not always tell what has happened: hence the lead. */
  private static List<Reason> reasons(Rollout rollout, UpdateStatus status, String lead) {
    String words = lead + status.message();
    Reason reason =
        namedTask(rollout, status.message())
            .map(task -> rollout.reason(task, words + ": " + TaskWords.of(task)))
            .orElseGet(() -> rollout.reason(words));
    return List.of(reason);
  }

  private static Optional<Task> namedTask(Rollout rollout, String message) {
    Matcher matcher = TASK.matcher(message);
    return matcher.find()
        ? rollout.tasks().stream()
            .filter(task -> task.id().value().equals(matcher.group(1)))
            .findFirst()
        : Optional.empty();
  }

  private static Observation underWay(Rollout rollout, Tally tally) {
    Optional<Trouble> trouble = Trouble.of(rollout, tally);
    Optional<Trouble> certain = trouble.filter(it -> it.kind() == Trouble.Kind.CERTAIN);
    if (certain.isPresent()) {
      return Observation.decided(new Convergence.Failed(List.of(certain.get().reason())));
    }
    return new Observation(
        verdict(rollout, tally, trouble),
        Optional.of(new Observation.Progress(rollout, tally)),
        trouble);
  }

  private static Convergence verdict(Rollout rollout, Tally tally, Optional<Trouble> trouble) {
    if (tally.isComplete() && !rollout.isBeingUpdated()) {
      return new Convergence.Converged(tally.wanted());
    }
    return trouble
        .filter(it -> it.kind() == Trouble.Kind.UNPLACED)
        .<Convergence>map(
            it -> new Convergence.Pending(tally.done(), tally.wanted(), it.reason().message()))
        .orElseGet(() -> new Convergence.Progressing(tally.done(), tally.wanted()));
  }
}
