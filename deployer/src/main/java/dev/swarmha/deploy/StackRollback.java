package dev.swarmha.deploy;

import dev.swarmha.deploy.DeployRequest.Patience;
import dev.swarmha.deploy.apply.Applied;
import dev.swarmha.deploy.apply.Gate;
import dev.swarmha.deploy.apply.PlanExecutor;
import dev.swarmha.deploy.apply.Replanning;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.plan.Dependencies;
import dev.swarmha.deploy.plan.DeployRefusedException;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.plan.Plan;
import dev.swarmha.deploy.plan.RollbackPlanner;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.wait.Reason;
import dev.swarmha.wait.RemovalWait;
import dev.swarmha.wait.WaitResult;
import java.time.Duration;
import java.util.Optional;

/**
 * Takes a whole stack back to what it was before a rollout, and proves it: the result is a success
 * only when every service has converged on its spec from before.
 */
final class StackRollback {

  private static final Duration SHORTEST = Duration.ofMinutes(2);

  private final World world;
  private final String stack;

  StackRollback(World world, String stack) {
    this.world = world;
    this.stack = stack;
  }

  WaitResult to(DesiredStack before, Dependencies dependencies, Patience patience)
      throws InterruptedException {
    Deadline deadline = Deadline.in(time(patience), world.timeline());
    Snapshot now = snapshot(before);
    try {
      Plan plan = RollbackPlanner.undo(before, now, dependencies);
      tell(plan);
      Replanning back =
          () -> Optional.of(RollbackPlanner.undo(before, snapshot(before), dependencies));
      Applied applied =
          new PlanExecutor(world.swarm(), world.sink(), Gate.NONE, back).apply(plan, now, deadline);
      if (applied.failure().isPresent()) {
        return new WaitResult.Failed(applied.failure().get().reasons());
      }
    } catch (DeployRefusedException refused) {
      return new WaitResult.Failed(
          refused.problems().stream().map(each -> Reason.ofService(stack, each)).toList());
    }
    if (before.all(ResourceKind.SERVICE).isEmpty()) {
      return new RemovalWait(world.impatientSwarm(), world.timeline())
          .awaitStack(stack, now.services(), deadline);
    }
    return new StackWait(world, stack)
        .converged(
            ServiceTargets.desired(before, snapshot(before), patience.stableFor()),
            patience,
            deadline);
  }

  private void tell(Plan plan) {
    world
        .sink()
        .on(
            plan.isEmpty()
                ? new ProgressEvent.Noted("the Engine has taken everything back by itself")
                : new ProgressEvent.PlanMade(plan));
  }

  private Snapshot snapshot(DesiredStack before) {
    return Snapshot.ofStack(world.swarm(), world.timeline(), stack, before.contentNames());
  }

  /** The time of the rollout, and never too little: a stack must not be left half way back. */
  private static Duration time(Patience patience) {
    return patience.timeout().compareTo(SHORTEST) > 0 ? patience.timeout() : SHORTEST;
  }
}
