package dev.swarmha.deploy;

import dev.swarmha.deploy.DeployRequest.Patience;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.plan.HealthTarget;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.wait.ConvergenceWait;
import dev.swarmha.wait.ServiceTarget;
import dev.swarmha.wait.WaitLimits;
import dev.swarmha.wait.WaitResult;
import dev.swarmha.wait.WaitScope;
import dev.swarmha.wait.event.WaitListener;
import dev.swarmha.wait.probe.HealthCheck;
import dev.swarmha.wait.probe.HealthGate;
import java.util.ArrayList;
import java.util.List;

/** Waits until the services of a stack have converged, and then until its addresses answer. */
final class StackWait {

  private final World world;
  private final String stack;
  private final WaitListener listener;

  StackWait(World world, String stack) {
    this.world = world;
    this.stack = stack;
    this.listener = event -> world.sink().on(new ProgressEvent.Waiting(event));
  }

  WaitResult converged(List<ServiceTarget> targets, Patience patience, Deadline deadline)
      throws InterruptedException {
    return new ConvergenceWait(
            world.impatientSwarm(), world.connection().logs(), world.timeline(), listener)
        .await(
            WaitScope.ofStack(stack),
            targets,
            deadline,
            WaitLimits.DEFAULT.withProgressDeadline(patience.progressDeadline()));
  }

  /** Asks the stack's own targets on the nodes that run it now, and these addresses beside them. */
  WaitResult healthy(List<HealthTarget> targets, List<HealthCheck> others, Deadline deadline)
      throws InterruptedException {
    List<HealthCheck> checks = new ArrayList<>(others);
    if (!targets.isEmpty()) {
      Snapshot now = Snapshot.ofRollout(world.swarm(), world.timeline(), stack);
      checks.addAll(new HealthChecks(now).of(targets));
    }
    return new HealthGate(world.prober(), world.timeline(), listener).await(checks, deadline);
  }
}
