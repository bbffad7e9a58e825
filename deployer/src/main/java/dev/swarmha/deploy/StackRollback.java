package dev.swarmha.deploy;

import dev.swarmha.deploy.DeployRequest.Patience;
import dev.swarmha.deploy.apply.Applied;
import dev.swarmha.deploy.apply.Gate;
import dev.swarmha.deploy.apply.PlanExecutor;
import dev.swarmha.deploy.apply.Replanning;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.plan.Dependencies;
import dev.swarmha.deploy.plan.Plan;
import dev.swarmha.deploy.plan.RollbackPlanner;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.Snapshot.ExternalNames;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.wait.RemovalWait;
import dev.swarmha.wait.WaitResult;
import java.time.Duration;
import java.util.Optional;

/**
 * Takes a whole stack back to what it was in an earlier snapshot, and proves it: the result is a
 * success only when every service has converged on its spec from before.
 */
final class StackRollback {

  private static final Duration SHORTEST = Duration.ofMinutes(2);

  private final World world;
  private final String stack;

  StackRollback(World world, String stack) {
    this.world = world;
    this.stack = stack;
  }

  WaitResult to(Snapshot before, Dependencies dependencies, Patience patience)
      throws InterruptedException {
    Deadline deadline = Deadline.in(time(patience), world.timeline());
    Snapshot now = snapshot();
    Plan plan = RollbackPlanner.plan(stack, before, now, dependencies);
    world
        .sink()
        .on(
            plan.isEmpty()
                ? new ProgressEvent.Noted("the Engine has taken everything back by itself")
                : new ProgressEvent.PlanMade(plan));
    Replanning back =
        () -> Optional.of(RollbackPlanner.plan(stack, before, snapshot(), dependencies));
    Applied applied =
        new PlanExecutor(world.swarm(), world.sink(), Gate.NONE, back).apply(plan, now, deadline);
    if (applied.failure().isPresent()) {
      return new WaitResult.Failed(applied.failure().get().reasons());
    }
    Snapshot after = snapshot();
    if (before.services().isEmpty()) {
      return new RemovalWait(world.impatientSwarm(), world.timeline())
          .awaitStack(stack, now.services(), deadline);
    }
    return new StackWait(world, stack)
        .converged(
            ServiceTargets.observed(before.services(), after, patience.stableFor()),
            patience,
            deadline);
  }

  private Snapshot snapshot() {
    return Snapshot.ofStack(world.swarm(), world.timeline(), stack, ExternalNames.NONE);
  }

  /** The time of the rollout, and never too little: a stack must not be left half way back. */
  private static Duration time(Patience patience) {
    return patience.timeout().compareTo(SHORTEST) > 0 ? patience.timeout() : SHORTEST;
  }
}
