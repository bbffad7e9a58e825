package dev.swarmha.wait;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.Node;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.engine.time.Timeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Watches removed services until they are gone and none of their tasks runs any more, and a removed
 * stack until its networks are gone as well. Tasks that are to be removed from a node that is down
 * are not waited for: nobody but that node can stop them, and the managers will have it do so when
 * it comes back.
 */
public final class RemovalWait {

  private final SwarmEngine engine;
  private final Timeline timeline;

  public RemovalWait(SwarmEngine engine, Timeline timeline) {
    this.engine = requireNonNull(engine, "engine");
    this.timeline = requireNonNull(timeline, "timeline");
  }

  /**
   * Waits until nothing of a stack runs any more, and none of its networks is there: for a moment
   * the Engine goes on listing those that it has removed, and a stack that is deployed then would
   * take them for its own.
   *
   * @param removed the stack's services as they were, for their names
   * @throws InterruptedException when the command is interrupted meanwhile
   */
  public WaitResult awaitStack(String stack, List<Resource> removed, Deadline deadline)
      throws InterruptedException {
    return await(WaitScope.ofStack(stack), namesOf(removed), any -> true, deadline);
  }

  /**
   * Waits until nothing of these services runs any more; whatever else is in the scope may stay.
   *
   * @throws InterruptedException when the command is interrupted meanwhile
   */
  public WaitResult awaitServices(WaitScope scope, List<Resource> removed, Deadline deadline)
      throws InterruptedException {
    Map<ResourceId, String> names = namesOf(removed);
    return await(scope, names, names::containsKey, deadline);
  }

  /**
   * Waits until no task of a removed job of a stack runs any more. Engine 20.10 leaves them running
   * until they complete.
   *
   * @param services the stack's services as they were, for their names
   * @throws InterruptedException when the command is interrupted meanwhile
   */
  public WaitResult awaitJobs(String stack, List<Resource> services, Deadline deadline)
      throws InterruptedException {
    Map<ResourceId, String> names = namesOf(services);
    return await(stack, swarm -> jobs(Snapshot.ofRollout(swarm, timeline, stack), names), deadline);
  }

  /**
   * Waits until no task of these services runs any more; the services may stay.
   *
   * @throws InterruptedException when the command is interrupted meanwhile
   */
  public WaitResult awaitTasks(List<Resource> services, Deadline deadline)
      throws InterruptedException {
    Map<ResourceId, String> names = namesOf(services);
    return await(
        "swarm",
        swarm ->
            tasks(
                Snapshot.ofSwarm(swarm, timeline),
                names,
                task -> names.containsKey(task.service())),
        deadline);
  }

  /**
   * Waits until the Engine no longer lists these networks, which it has removed already.
   *
   * @throws InterruptedException when the command is interrupted meanwhile
   */
  public WaitResult awaitNetworks(List<Resource> removed, Deadline deadline)
      throws InterruptedException {
    Set<ResourceId> ids = removed.stream().map(Resource::id).collect(Collectors.toSet());
    return await(
        "swarm", swarm -> networks(listed(swarm, Selector.all()), ids::contains), deadline);
  }

  private WaitResult await(
      WaitScope scope,
      Map<ResourceId, String> names,
      Predicate<ResourceId> removed,
      Deadline deadline)
      throws InterruptedException {
    return await(
        scope.stack().orElse("swarm"),
        swarm -> {
          List<Reason> left = left(scope.snapshot(swarm, timeline), names, removed);
          scope
              .stack()
              .map(Selector::stack)
              .ifPresent(stack -> left.addAll(networks(listed(swarm, stack), removed)));
          return left;
        },
        deadline);
  }

  private static List<Resource> listed(SwarmEngine swarm, Selector selector) {
    return swarm.list(ResourceKind.NETWORK, selector);
  }

  /**
   * Looks until nothing is left.
   *
   * @param subject what a reason is about that nothing else is known of
   */
  private WaitResult await(
      String subject, Function<SwarmEngine, List<Reason>> look, Deadline deadline)
      throws InterruptedException {
    SwarmEngine inTime = new TimedReading(engine, deadline).swarm();
    Outage outage = new Outage(timeline, WaitLimits.DEFAULT.outage());
    Pace pace = new Pace();
    List<Reason> left = List.of();
    while (true) {
      Optional<List<Reason>> seen = outage.ask(() -> look.apply(inTime));
      List<Reason> before = left;
      left = seen.orElse(before);
      if (seen.isPresent() && left.isEmpty()) {
        return new WaitResult.Succeeded();
      }
      if (deadline.hasPassed()) {
        return new WaitResult.TimedOut(
            outage.isOn() ? List.of(Reason.ofService(subject, outage.lead())) : left);
      }
      pace.pause(!left.equals(before), deadline);
    }
  }

  private static List<Reason> left(
      Snapshot snapshot, Map<ResourceId, String> names, Predicate<ResourceId> removed) {
    List<Reason> reasons = new ArrayList<>();
    snapshot.services().stream()
        .filter(service -> removed.test(service.id()))
        .forEach(
            service -> reasons.add(Reason.ofService(service.name(), "the service is still there")));
    reasons.addAll(tasks(snapshot, names, task -> removed.test(task.service())));
    return reasons;
  }

  /** A task without a node is not on its way any more. */
  private static List<Reason> jobs(Snapshot snapshot, Map<ResourceId, String> names) {
    return tasks(
        snapshot,
        names,
        task ->
            task.desired() == TaskState.COMPLETE
                && task.node().isPresent()
                && snapshot.find(ResourceKind.SERVICE, task.service()).isEmpty());
  }

  private static List<Reason> tasks(
      Snapshot snapshot, Map<ResourceId, String> names, Predicate<Task> which) {
    return snapshot.tasks().stream()
        .filter(task -> which.test(task) && isWaitedFor(task, snapshot))
        .map(
            task ->
                reason(task, names.getOrDefault(task.service(), task.service().value()), snapshot))
        .toList();
  }

  private static List<Reason> networks(List<Resource> listed, Predicate<ResourceId> removed) {
    return listed.stream()
        .filter(network -> removed.test(network.id()))
        .map(network -> Reason.ofService(network.name(), "the network is still there"))
        .toList();
  }

  private static boolean isWaitedFor(Task task, Snapshot snapshot) {
    boolean outOfReach =
        task.desired().isTerminal()
            && task.node()
                .flatMap(snapshot::node)
                .filter(node -> node.state() == Node.NodeState.DOWN)
                .isPresent();
    return !task.state().isTerminal() && !outOfReach;
  }

  private static Reason reason(Task task, String service, Snapshot snapshot) {
    return new Reason(
        service,
        Optional.of(new Reason.FailedTask(task.id(), task.displayName(service))),
        task.node().flatMap(snapshot::node).map(Node::hostname),
        "has not stopped yet: " + TaskWords.of(task),
        List.of());
  }

  private static Map<ResourceId, String> namesOf(List<Resource> services) {
    Map<ResourceId, String> names = new LinkedHashMap<>();
    services.forEach(service -> names.put(service.id(), service.name()));
    return names;
  }
}
