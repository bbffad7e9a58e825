package dev.swarmha.deploy.node;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.Counted;
import dev.swarmha.deploy.placement.NodeLocalData;
import dev.swarmha.deploy.plan.Replicas;
import dev.swarmha.deploy.revision.MinAvailable;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Node.NodeState;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.Task;
import dev.swarmha.wait.Slot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What draining a node means to each service that has tasks there: how many of them move, what is
 * to be started before, and what is lost. Pure.
 */
record DrainForecast(Node node, List<Departure> departures) {

  DrainForecast {
    requireNonNull(node, "node");
    departures = List.copyOf(departures);
  }

  /**
   * Looks ahead.
   *
   * @param now services, tasks, nodes and networks of the whole swarm
   * @param available how many tasks of services must run all the time, where that is declared
   */
  static DrainForecast of(ResourceId drained, Snapshot now, MinAvailable available) {
    Node node = now.node(drained).orElseThrow();
    Resettlement elsewhere = new Resettlement(now, drained);
    List<Departure> departures = new ArrayList<>();
    now.services().stream()
        .sorted(Comparator.comparing(Resource::name))
        .forEach(
            service -> {
              List<Task> tasks = wanted(service, drained, now);
              if (!tasks.isEmpty()) {
                departures.add(departure(service, tasks, elsewhere, available));
              }
            });
    return new DrainForecast(node, node.state() == NodeState.DOWN ? given(departures) : departures);
  }

  private static List<Task> wanted(Resource service, ResourceId node, Snapshot now) {
    return now.tasksOf(service.id()).stream()
        .filter(task -> task.node().filter(node::equals).isPresent() && Slot.isLive(task))
        .toList();
  }

  /** Tasks of a node that is down run for nobody, so that there is nothing to keep. */
  private static List<Departure> given(List<Departure> departures) {
    return departures.stream()
        .map(each -> new Departure(each.service(), each.tasks(), 0, each.lost(), each.objection()))
        .toList();
  }

  private static Departure departure(
      Resource service, List<Task> tasks, Resettlement elsewhere, MinAvailable available) {
    Mapping mode = service.spec().mapping("Mode");
    if (mode.has("Global")) {
      return Departure.without(
          service, tasks, "a global service; nothing takes the place of its task there");
    }
    if (!mode.has("Replicated")) {
      return Departure.without(
          service,
          tasks,
          "a job; what runs there would be cut off; wait until it is done: swarmha wait "
              + service.name());
    }
    return NodeLocalData.thatStays(service)
        .map(
            where ->
                Departure.without(service, tasks, "its tasks keep data on the node, in " + where))
        .orElseGet(() -> replicated(service, tasks, elsewhere, available));
  }

  private static Departure replicated(
      Resource service, List<Task> tasks, Resettlement elsewhere, MinAvailable available) {
    int homeless = elsewhere.settle(service, tasks);
    int surge = Math.min(surge(service, tasks.size(), available), tasks.size() - homeless);
    Optional<String> objection =
        homeless == 0
            ? Optional.empty()
            : Optional.of(
                "no other node takes " + which(homeless, tasks.size()) + elsewhere.why(service));
    return new Departure(service, tasks, surge, homeless, objection);
  }

  /** As many as make up for those that are missing while the others move. */
  private static int surge(Resource service, int moving, MinAvailable available) {
    long replicas = Replicas.of(service.spec());
    long needed = Math.min(replicas, available.of(service.name()).orElse(replicas));
    return (int) Math.max(0, Math.min(moving, needed - (replicas - moving)));
  }

  private static String which(int homeless, int tasks) {
    if (homeless < tasks) {
      return homeless + " of its " + Counted.of(tasks, "task");
    }
    return tasks == 1 ? "its task" : "any of its tasks";
  }

  /** What speaks against it, a line a service. */
  List<String> objections() {
    return departures.stream()
        .flatMap(
            each -> each.objection().stream().map(words -> each.service().name() + ": " + words))
        .toList();
  }

  /** Those whose tasks, or some of them, go on elsewhere. */
  List<Departure> moving() {
    return departures.stream().filter(each -> each.moving() > 0).toList();
  }
}
