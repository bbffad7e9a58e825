package dev.swarmha.deploy;

import dev.swarmha.deploy.DeployRequest.Patience;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.wait.ConvergenceWait;
import dev.swarmha.wait.ServiceTarget;
import dev.swarmha.wait.WaitLimits;
import dev.swarmha.wait.WaitResult;
import dev.swarmha.wait.WaitScope;
import java.util.List;
import java.util.function.Function;

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
    return await(
        now -> ServiceTargets.observed(services, now, patience.stableFor()), patience, deadline);
  }

  /**
   * Waits for these services, whose restart was forced. One that the Engine has taken back to what
   * it was before has the same spec but for the counter, and counts as failed.
   *
   * @param services with the specs that were sent
   * @throws InterruptedException when the command is interrupted meanwhile
   */
  public WaitResult restarted(List<Resource> services, Patience patience, Deadline deadline)
      throws InterruptedException {
    return await(
        now -> ServiceTargets.forced(services, now, patience.stableFor()), patience, deadline);
  }

  private WaitResult await(
      Function<Snapshot, List<ServiceTarget>> targets, Patience patience, Deadline deadline)
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
                targets.apply(now),
                deadline,
                WaitLimits.DEFAULT.withProgressDeadline(patience.progressDeadline()));
    return world.diagnosed(result);
  }
}
