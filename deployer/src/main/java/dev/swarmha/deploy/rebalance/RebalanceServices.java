package dev.swarmha.deploy.rebalance;

import dev.swarmha.deploy.Counted;
import dev.swarmha.deploy.ExclusiveWork;
import dev.swarmha.deploy.Services;
import dev.swarmha.deploy.World;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.lock.LockLostException;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.placement.NodeLoads;
import dev.swarmha.deploy.rebalance.RebalanceRequest.Method;
import dev.swarmha.deploy.surge.Surge;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.EngineUnreachableException;
import dev.swarmha.engine.NoLeaderException;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.time.Deadline;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Spreads services over the nodes that there are now, and waits until they run there. The services
 * of a stack are changed under its lock, one stack after the other.
 */
public final class RebalanceServices {

  private static final Duration LAST_LOOK = Duration.ofSeconds(10);

  private final World world;

  public RebalanceServices(World world) {
    this.world = world;
  }

  /**
   * Rebalances, or forecasts.
   *
   * @throws NotFoundException when a name is neither a stack nor a service
   */
  public Outcome run(RebalanceRequest request) {
    try {
      return rebalance(request);
    } catch (EngineInterruptedException interrupted) {
      return new Outcome.Interrupted("interrupted; nothing was changed");
    }
  }

  private Outcome rebalance(RebalanceRequest request) {
    Snapshot before = snapshot(world);
    List<Resource> services = Services.named(before.services(), request.names());
    Forecast forecast =
        RebalancePlanner.plan(Strategy.of(request.method()), services, before, request.maxMoves());
    Map<String, Integer> there = Spread.of(services, NodeLoads.of(before));
    forecast
        .leftAlone()
        .forEach((service, reason) -> record(service + " is left alone: " + reason));
    world
        .sink()
        .on(new ProgressEvent.PlanMade(forecast.plan(), Optional.of(forecast.spread(there))));
    List<Resource> leftovers = Surge.leftovers(services);
    if (forecast.moves().isEmpty() && (leftovers.isEmpty() || request.dryRun())) {
      return new Outcome.Done("nothing was moved");
    }
    record("before: " + Spread.words(there));
    if (request.dryRun()) {
      record("forecast: " + Spread.words(forecast.after()));
      return new Outcome.Done(would(request, forecast));
    }
    RebalanceWork work = new RebalanceWork(request, forecast);
    Outcome outcome = inEachStack(request, stacks(forecast, leftovers), work);
    tellAfterwards(services);
    return outcome;
  }

  /** What has become of it is told where the Engine tells it soon. */
  private void tellAfterwards(List<Resource> services) {
    Deadline soon = Deadline.in(LAST_LOOK, world.timeline());
    try {
      Snapshot after = snapshot(world.swarm().until(soon), world);
      note("after: " + Spread.words(Spread.of(services, NodeLoads.of(after))));
    } catch (EngineUnreachableException | NoLeaderException away) {
      note("after: not known, since the Engine does not answer");
    }
  }

  private static String would(RebalanceRequest request, Forecast forecast) {
    return Counted.of(forecast.moves().size(), "service")
        + " would be spread anew, by "
        + Counted.of(forecast.tasks(), request.method() == Method.SURGE ? "move" : "restart");
  }

  /** The services that are to be changed, by stack; those of no stack under no name. */
  private static Map<String, Set<ResourceId>> stacks(Forecast forecast, List<Resource> leftovers) {
    Map<String, Set<ResourceId>> stacks = new TreeMap<>();
    forecast.moves().forEach(move -> add(stacks, move.service()));
    leftovers.forEach(service -> add(stacks, service));
    return stacks;
  }

  private static void add(Map<String, Set<ResourceId>> stacks, Resource service) {
    String stack = service.label(Selector.STACK_LABEL).orElse("");
    stacks.computeIfAbsent(stack, any -> new LinkedHashSet<>()).add(service.id());
  }

  private Outcome inEachStack(
      RebalanceRequest request, Map<String, Set<ResourceId>> stacks, RebalanceWork work) {
    Deadline deadline = Deadline.in(request.patience().timeout(), world.timeline());
    for (Map.Entry<String, Set<ResourceId>> stack : stacks.entrySet()) {
      Optional<Outcome> trouble =
          inStack(request, stack.getKey(), stack.getValue(), work, deadline);
      if (trouble.isPresent()) {
        return trouble.get();
      }
    }
    return new Outcome.Done(work.summary());
  }

  private Optional<Outcome> inStack(
      RebalanceRequest request,
      String stack,
      Set<ResourceId> services,
      RebalanceWork work,
      Deadline deadline) {
    Outcome outcome =
        stack.isEmpty()
            ? work.on(services, world, deadline)
            : locked(request, stack, services, work, deadline);
    return outcome instanceof Outcome.Done ? Optional.empty() : Optional.of(outcome);
  }

  private Outcome locked(
      RebalanceRequest request,
      String stack,
      Set<ResourceId> services,
      RebalanceWork work,
      Deadline deadline) {
    try {
      return new ExclusiveWork(world, stack)
          .run("rebalance", request.lockTimeout(), held -> work.on(services, held, deadline));
    } catch (LockLostException lost) {
      return new Outcome.Failed(
          "stopped, since the lock was lost; the replica counts of stack "
              + stack
              + " may not be put back: "
              + lost.getMessage(),
          Optional.empty(),
          List.of());
    }
  }

  static Snapshot snapshot(World world) {
    return snapshot(world.swarm(), world);
  }

  private static Snapshot snapshot(SwarmEngine swarm, World world) {
    return Snapshot.ofSwarm(swarm, world.timeline())
        .with(ResourceKind.NETWORK, swarm.list(ResourceKind.NETWORK, Selector.all()));
  }

  static String names(List<Resource> services) {
    return services.stream().map(Resource::name).collect(Collectors.joining(", "));
  }

  /** For machines; people see it in the table of the forecast. */
  private void record(String message) {
    world.sink().on(new ProgressEvent.Noted(message, false));
  }

  private void note(String message) {
    world.sink().on(new ProgressEvent.Noted(message));
  }
}
