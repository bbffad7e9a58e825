package dev.swarmha.deploy;

import dev.swarmha.deploy.DeployRequest.Patience;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.wait.ConvergenceWait;
import dev.swarmha.wait.ServiceTarget;
import dev.swarmha.wait.TimedReading;
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
    TimedReading reading = new TimedReading(world.swarm(), deadline);
    Snapshot now;
    try {
      now = look(reading.swarm());
    } catch (EngineException away) {
      return new WaitResult.TimedOut(reading.unanswered(away));
    }
    return await(targets.apply(now), patience, deadline);
  }

  private Snapshot look(SwarmEngine swarm) {
    return Snapshot.ofSwarm(swarm, world.timeline())
        .with(ResourceKind.NETWORK, swarm.list(ResourceKind.NETWORK, Selector.all()));
  }

  private WaitResult await(List<ServiceTarget> targets, Patience patience, Deadline deadline)
      throws InterruptedException {
    WaitResult result =
        new ConvergenceWait(
                world.impatientSwarm(),
                world.connection().logs(),
                world.timeline(),
                event -> world.sink().on(new ProgressEvent.Waiting(event)))
            .await(
                WaitScope.ofSwarm(),
                targets,
                deadline,
                WaitLimits.DEFAULT.withProgressDeadline(patience.progressDeadline()));
    return world.diagnosed(result);
  }
}
