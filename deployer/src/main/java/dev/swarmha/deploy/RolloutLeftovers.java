package dev.swarmha.deploy;

import dev.swarmha.deploy.apply.PlanExecutor;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.plan.Plan;
import dev.swarmha.deploy.plan.RemovalPlanner;
import dev.swarmha.deploy.rotate.OldGenerations;
import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.time.Deadline;
import java.time.Duration;

/**
 * What a rollout leaves behind once everything runs: objects that the stack no longer has, what a
 * rollout left that was cut off, contents and revisions that nobody needs. A stack that runs as it
 * should is not called failed for what is left beside it; it is noted.
 */
final class RolloutLeftovers {

  /** How long to wait until tasks have left what is removed. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final World world;
  private final String stack;
  private final boolean prune;
  private final RolloutRecord record;
  private final Deadline deadline;

  RolloutLeftovers(
      World world, String stack, boolean prune, RolloutRecord record, Deadline deadline) {
    this.world = world;
    this.stack = stack;
    this.prune = prune;
    this.record = record;
    this.deadline = deadline;
  }

  /** Says what stays, where nobody waits until it can go. */
  void tell(Course course, Fallback fallback) {
    tell(course.plan().removals());
    if (fallback.unfinished().isPresent()) {
      tell(leftBehind(course.desired(), fallback, snapshot(course.desired())));
    }
  }

  private void tell(Plan removals) {
    removals
        .steps()
        .forEach(
            step ->
                note(
                    step.target()
                        + " is "
                        + step.cause()
                        + " and stays, since nobody waits for the others"));
  }

  /** Removes what the plan removes, and what a rollout left that was cut off. */
  void remove(Course course, Fallback fallback) throws InterruptedException {
    DesiredStack desired = course.desired();
    remove(course.plan().removals(), course.observed(), "not everything could be removed");
    if (fallback.unfinished().isPresent()) {
      Snapshot now = snapshot(desired);
      remove(leftBehind(desired, fallback, now), now, "not everything could be removed");
    }
  }

  private Plan leftBehind(DesiredStack desired, Fallback fallback, Snapshot now) {
    return RemovalPlanner.these(
        stack, now, fallback.leftBehind(desired), "left by a rollout that was cut off");
  }

  /** Removes what no kept revision needs, and with {@code --prune} what no file names. */
  void clean(DesiredStack desired) throws InterruptedException {
    try {
      if (prune) {
        Snapshot now = snapshot(desired);
        Plan pruning = RemovalPlanner.noLongerDesired(desired, now);
        remove(pruning, now, "not everything could be pruned");
      }
      record.forgetOldest();
      new OldGenerations(world.swarm(), world.timeline(), world.sink()).remove(desired, deadline);
    } catch (EngineInterruptedException interrupted) {
      throw interrupted;
    } catch (EngineException refused) {
      note("not everything that is no longer needed could be removed: " + refused.getMessage());
    }
  }

  private void remove(Plan removals, Snapshot now, String trouble) throws InterruptedException {
    new PlanExecutor(world.swarm(), world.sink())
        .apply(removals, now, deadline.within(PATIENCE))
        .failure()
        .ifPresent(failure -> note(trouble + ": " + failure.message()));
  }

  private void note(String message) {
    world.sink().on(new ProgressEvent.Noted(message));
  }

  private Snapshot snapshot(DesiredStack desired) {
    return Snapshot.ofStack(world.swarm(), world.timeline(), stack, desired.contentNames());
  }
}
