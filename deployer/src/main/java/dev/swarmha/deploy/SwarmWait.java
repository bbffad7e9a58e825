package dev.swarmha.deploy;

import dev.swarmha.deploy.DeployRequest.Patience;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.wait.ConvergenceWait;
import dev.swarmha.wait.WaitLimits;
import dev.swarmha.wait.WaitResult;
import dev.swarmha.wait.WaitScope;
import java.util.List;

/** Waits until services of any stack have converged on the specs that they have now. */
public final class SwarmWait {

  private final World world;

  public SwarmWait(World world) {
    this.world = world;
  }

  /**
   * Waits for these services.
   *
   * @throws InterruptedException when the command is interrupted meanwhile
   */
  public WaitResult converged(List<Resource> services, Patience patience, Deadline deadline)
      throws InterruptedException {
    Snapshot now =
        Snapshot.ofSwarm(world.swarm(), world.timeline())
            .with(ResourceKind.NETWORK, world.swarm().list(ResourceKind.NETWORK, Selector.all()));
    WaitResult result =
        new ConvergenceWait(
                world.impatientSwarm(),
                world.connection().logs(),
                world.timeline(),
                event -> world.sink().on(new ProgressEvent.Waiting(event)))
            .await(
                WaitScope.ofSwarm(),
                ServiceTargets.observed(services, now, patience.stableFor()),
                deadline,
                WaitLimits.DEFAULT.withProgressDeadline(patience.progressDeadline()));
    return world.diagnosed(result);
  }
}
