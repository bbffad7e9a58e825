package dev.swarmha.deploy.rebalance;

import dev.swarmha.deploy.Counted;
import dev.swarmha.deploy.DeployRequest.Patience;
import dev.swarmha.deploy.Services;
import dev.swarmha.deploy.SwarmWait;
import dev.swarmha.deploy.Waited;
import dev.swarmha.deploy.World;
import dev.swarmha.deploy.apply.Applied;
import dev.swarmha.deploy.apply.PlanExecutor;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.rebalance.ForcePlanner.Forecast;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.wait.WaitResult;
import java.util.List;
import java.util.Optional;

/** Spreads services over the nodes that there are now, and waits until they run there. */
public final class RebalanceServices {

  private final World world;

  public RebalanceServices(World world) {
    this.world = world;
  }

  /**
   * Rebalances by force.
   *
   * @param names stacks or services; none means every service
   * @throws NotFoundException when a name is neither a stack nor a service
   */
  public Outcome run(List<String> names, Patience patience, boolean dryRun) {
    try {
      return rebalance(names, patience, dryRun);
    } catch (InterruptedException | EngineInterruptedException interrupted) {
      return new Outcome.Interrupted(
          "interrupted; the Engine goes on with the services whose update has begun;"
              + " to wait for them: swarmha wait");
    }
  }

  private Outcome rebalance(List<String> names, Patience patience, boolean dryRun)
      throws InterruptedException {
    Snapshot before = Snapshot.ofSwarm(world.swarm(), world.timeline());
    List<Resource> services = Services.named(before.services(), names);
    Forecast forecast = ForcePlanner.plan(services, before);
    forecast.leftAlone().forEach((service, reason) -> note(service + " is left alone: " + reason));
    world.sink().on(new ProgressEvent.PlanMade(forecast.plan()));
    if (forecast.plan().isEmpty()) {
      return new Outcome.Done("nothing to rebalance");
    }
    note("before: " + Spread.of(services, before));
    if (dryRun) {
      return new Outcome.Done(
          Counted.of(forecast.plan().steps().size(), "service") + " would be spread anew");
    }
    Deadline deadline = Deadline.in(patience.timeout(), world.timeline());
    Applied applied =
        new PlanExecutor(world.swarm(), world.sink()).apply(forecast.plan(), before, deadline);
    if (applied.failure().isPresent()) {
      return new Outcome.Failed(
          "the Engine refused: " + applied.failure().get().message(), Optional.empty(), List.of());
    }
    List<Resource> forced =
        forecast.plan().steps().stream()
            .flatMap(
                step -> step.observed().map(it -> it.withSpec(step.spec().orElseThrow())).stream())
            .toList();
    return finished(services, forced, await(forced, patience, deadline));
  }

  private WaitResult await(List<Resource> forced, Patience patience, Deadline deadline)
      throws InterruptedException {
    return new SwarmWait(world).restarted(forced, patience, deadline);
  }

  private Outcome finished(List<Resource> services, List<Resource> forced, WaitResult result) {
    Snapshot after = Snapshot.ofSwarm(world.swarm(), world.timeline());
    note("after: " + Spread.of(services, after));
    return Waited.outcome(
        result, Counted.of(forced.size(), "service"), "spread anew", "not spread anew");
  }

  private void note(String message) {
    world.sink().on(new ProgressEvent.Noted(message));
  }
}
