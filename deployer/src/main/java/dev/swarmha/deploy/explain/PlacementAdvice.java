package dev.swarmha.deploy.explain;

import dev.swarmha.deploy.placement.NodeFit;
import dev.swarmha.deploy.placement.NodeFit.Refusal;
import dev.swarmha.deploy.placement.Placement;
import dev.swarmha.deploy.placement.SchedulerFilter;
import dev.swarmha.deploy.placement.TaskNeeds;
import dev.swarmha.deploy.plan.UpdateOrder;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What to do so that a node takes a task: the least that would have to change. */
final class PlacementAdvice {

  private static final String STOP_FIRST =
      "its own old tasks are in the way, and none of them is stopped before a new one runs: deploy"
          + " it with deploy.update_config.order: stop-first";

  private PlacementAdvice() {}

  /** Looks at the service's own old tasks, and then at the nodes against which least speaks. */
  static Optional<String> on(Placement placement, Resource service, Snapshot snapshot) {
    if (placement.nodes().isEmpty() || placement.fitsSomewhere()) {
      return Optional.empty();
    }
    return isInItsOwnWay(placement, service, snapshot)
        ? Optional.of(STOP_FIRST)
        : Optional.of(least(placement));
  }

  private static boolean isInItsOwnWay(Placement placement, Resource service, Snapshot snapshot) {
    Snapshot withoutOld =
        snapshot.without(task -> task.service().equals(service.id()) && !task.upToDate());
    TaskNeeds needs = TaskNeeds.of(service, snapshot);
    return UpdateOrder.startsFirst(service.spec())
        && placement.nodes().stream()
            .anyMatch(fit -> Placement.judge(needs, fit.node(), withoutOld).fits());
  }

  private static String least(Placement placement) {
    int least = placement.nodes().stream().mapToInt(fit -> fit.refusals().size()).min().orElse(0);
    Set<SchedulerFilter> filters = new TreeSet<>();
    placement.nodes().stream()
        .filter(fit -> fit.refusals().size() == least)
        .map(NodeFit::refusals)
        .flatMap(List::stream)
        .map(Refusal::filter)
        .forEach(filters::add);
    String joint = least == 1 ? "; or " : "; and ";
    return filters.stream().map(PlacementAdvice::on).collect(Collectors.joining(joint));
  }

  private static String on(SchedulerFilter filter) {
    return switch (filter) {
      case READY -> "bring back or activate the nodes that take no tasks (see: swarmha node ls)";
      case RESOURCES ->
          "lower deploy.resources.reservations of this service or of those beside it: what is"
              + " reserved counts, used or not";
      case PLUGINS -> "install the driver on the nodes";
      case CONSTRAINTS ->
          "label a node (swarmha node label NODE key=value), or change"
              + " deploy.placement.constraints";
      case PLATFORM -> "use an image for the platform of the nodes, or add a node of the image's";
      case HOST_PORTS ->
          "free the port, publish another, or publish it in mode ingress: a node has each port only"
              + " once";
      case MAX_REPLICAS ->
          "raise deploy.placement.max_replicas_per_node, run fewer replicas, or add a node";
    };
  }
}
