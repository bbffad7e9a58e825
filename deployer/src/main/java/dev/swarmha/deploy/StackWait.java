package dev.swarmha.deploy;

import dev.swarmha.deploy.DeployRequest.Patience;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.plan.HealthTarget;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.wait.ConvergenceWait;
import dev.swarmha.wait.ServiceTarget;
import dev.swarmha.wait.WaitLimits;
import dev.swarmha.wait.WaitResult;
import dev.swarmha.wait.WaitScope;
import dev.swarmha.wait.Watch;
import dev.swarmha.wait.event.WaitListener;
import dev.swarmha.wait.probe.HealthCheck;
import dev.swarmha.wait.probe.HealthWatch;
import java.util.List;

/** Waits until the services of a stack have converged, and what is watched beside them agrees. */
final class StackWait {

  private final World world;
  private final String stack;
  private final WaitListener listener;

  StackWait(World world, String stack) {
    this.world = world;
    this.stack = stack;
    this.listener = event -> world.sink().on(new ProgressEvent.Waiting(event));
  }

  /** Watches the stack's own targets on the nodes that run it, and these addresses beside them. */
  HealthWatch watch(List<HealthTarget> targets, List<HealthCheck> others, Patience patience) {
    return new HealthWatch(
        new HealthChecks(others, targets),
        patience.stableFor(),
        world.prober(),
        world.timeline(),
        listener);
  }

  WaitResult converged(List<ServiceTarget> targets, Patience patience, Deadline deadline)
      throws InterruptedException {
    return converged(targets, Watch.NOTHING, patience, deadline);
  }

  WaitResult converged(
      List<ServiceTarget> targets, Watch watch, Patience patience, Deadline deadline)
      throws InterruptedException {
    WaitResult result =
        new ConvergenceWait(
                world.impatientSwarm(), world.connection().logs(), world.timeline(), listener)
            .await(
                WaitScope.ofStack(stack),
                targets,
                watch,
                deadline,
                WaitLimits.DEFAULT.withProgressDeadline(patience.progressDeadline()));
    return world.diagnosed(result);
  }
}
