package dev.swarmha.deploy.node;

import dev.swarmha.deploy.Counted;
import dev.swarmha.deploy.ExclusiveWork;
import dev.swarmha.deploy.ExclusiveWork.Work;
import dev.swarmha.deploy.Lookup;
import dev.swarmha.deploy.World;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.plan.DeployRefusedException;
import dev.swarmha.deploy.revision.MinAvailable;
import dev.swarmha.deploy.revision.RevisionStore;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.SwarmEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Takes a node out of service and keeps capacity: no service has fewer running tasks than it has
 * replicas, or than it must have available, while its tasks move. The services are changed under
 * the locks of their stacks.
 */
public final class DrainNode {

  private final World world;

  public DrainNode(World world) {
    this.world = world;
  }

  /**
   * Drains the node, and waits until it is empty and all that ran there runs elsewhere. What speaks
   * against it is found before anything is changed.
   *
   * @throws NotFoundException when there is no such node
   * @throws DeployRefusedException when something would be lost by it, without force
   * @throws EngineRefusedException when the name is ambiguous, or the Engine refuses
   * @throws dev.swarmha.deploy.outcome.BrokenOffException when the Engine gives out in the middle
   */
  public Outcome run(DrainRequest request) {
    Snapshot now = look(world);
    Node node =
        new Lookup<Node>("node", each -> each.id().value(), Node::hostname)
            .find(now.nodes(), request.node());
    if (isDone(node, now)) {
      return new Outcome.Done(
          "node " + node.hostname() + " is drained already and has no tasks; nothing to do");
    }
    DrainForecast forecast = forecast(node.id(), now, world);
    if (request.dryRun()) {
      return foretold(forecast, request.force());
    }
    refuse(forecast, request);
    TreeSet<String> stacks = new TreeSet<>();
    forecast
        .departures()
        .forEach(each -> each.service().label(Selector.STACK_LABEL).ifPresent(stacks::add));
    return locking(
        List.copyOf(stacks), request, world, held -> underLocks(node.id(), request, held));
  }

  private static Outcome underLocks(ResourceId node, DrainRequest request, World held) {
    NodeDraining draining = new NodeDraining(held, request.patience());
    draining.putBackLeftovers(forecast(node, look(held), held));
    DrainForecast forecast = forecast(node, look(held), held);
    refuse(forecast, request);
    tell(forecast, held);
    return draining.run(forecast);
  }

  /** One lock after the other, in the order of their names, so that two never wait crosswise. */
  private static Outcome locking(List<String> stacks, DrainRequest request, World at, Work work) {
    if (stacks.isEmpty()) {
      return work.run(at);
    }
    return new ExclusiveWork(at, stacks.get(0))
        .run(
            "drain of node " + request.node(),
            request.lockTimeout(),
            held -> locking(stacks.subList(1, stacks.size()), request, held, work));
  }

  private static Snapshot look(World world) {
    return look(world.swarm(), world);
  }

  static Snapshot look(SwarmEngine swarm, World world) {
    return Snapshot.ofSwarm(swarm, world.timeline())
        .with(ResourceKind.NETWORK, swarm.list(ResourceKind.NETWORK, Selector.all()));
  }

  private static boolean isDone(Node node, Snapshot now) {
    return node.availability() == Node.Availability.DRAIN
        && new DrainProgress(new DrainForecast(node, List.of()), now).left().isEmpty();
  }

  private static DrainForecast forecast(ResourceId node, Snapshot now, World world) {
    RevisionStore revisions = new RevisionStore(world.swarm());
    Map<String, Long> declared = new TreeMap<>();
    now.services().stream()
        .filter(
            service ->
                now.tasksOf(service.id()).stream()
                    .anyMatch(it -> it.node().filter(node::equals).isPresent()))
        .flatMap(service -> service.label(Selector.STACK_LABEL).stream())
        .distinct()
        .forEach(stack -> declared.putAll(MinAvailable.of(stack, revisions).byService()));
    return DrainForecast.of(node, now, new MinAvailable(declared));
  }

  private static void refuse(DrainForecast forecast, DrainRequest request) {
    if (request.force() || forecast.objections().isEmpty()) {
      return;
    }
    List<String> problems = new ArrayList<>();
    problems.add(
        "cannot drain "
            + forecast.node().hostname()
            + " without loss, and nothing was changed; to do it all the same: --force");
    problems.addAll(forecast.objections());
    throw new DeployRefusedException(problems);
  }

  private Outcome foretold(DrainForecast forecast, boolean force) {
    tell(forecast, world);
    int moving = forecast.departures().stream().mapToInt(Departure::moving).sum();
    String node = "node " + forecast.node().hostname();
    return new Outcome.Done(
        force || forecast.objections().isEmpty()
            ? node + " would be drained; " + Counted.of(moving, "task") + " would move"
            : node + " would not be drained without --force");
  }

  private static void tell(DrainForecast forecast, World at) {
    forecast.departures().forEach(each -> at.sink().on(new ProgressEvent.Noted(each.words())));
  }
}
