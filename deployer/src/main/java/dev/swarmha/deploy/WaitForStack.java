package dev.swarmha.deploy;

import dev.swarmha.deploy.DeployRequest.Patience;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.wait.TimedReading;
import dev.swarmha.wait.WaitResult;
import java.util.List;

/** Waits for what is deployed already: everything, one or more stacks, or single services. */
public final class WaitForStack {

  private final World world;

  public WaitForStack(World world) {
    this.world = world;
  }

  /**
   * Waits until the services have converged on the specs that they have now.
   *
   * @param names stacks or services; none means every service of the swarm
   * @throws NotFoundException when a name is neither a stack nor a service
   */
  public Outcome run(List<String> names, Patience patience) {
    String what = names.isEmpty() ? "everything" : String.join(", ", names);
    Deadline deadline = Deadline.in(patience.timeout(), world.timeline());
    try {
      WaitResult result = await(names, patience, deadline);
      return Waited.outcome(result, what, "has converged", "has not converged");
    } catch (InterruptedException | EngineInterruptedException interrupted) {
      return new Outcome.Interrupted("interrupted; nothing was changed");
    }
  }

  private WaitResult await(List<String> names, Patience patience, Deadline deadline)
      throws InterruptedException {
    TimedReading reading = new TimedReading(world.swarm(), deadline);
    List<Resource> services;
    try {
      services = reading.swarm().list(ResourceKind.SERVICE, Selector.all());
    } catch (EngineException away) {
      return new WaitResult.TimedOut(reading.unanswered(away));
    }
    return new SwarmWait(world).converged(Services.named(services, names), patience, deadline);
  }
}
