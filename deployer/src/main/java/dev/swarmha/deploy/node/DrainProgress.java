package dev.swarmha.deploy.node;

import dev.swarmha.engine.Node;
import dev.swarmha.engine.Node.NodeState;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskState;
import dev.swarmha.wait.Reason;
import dev.swarmha.wait.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a drained node still has, and which services have not yet come to rest elsewhere. Pure.
 *
 * <p>A service that has more replicas for a while may lose them only when none of its tasks is on
 * its way: Swarm takes tasks first from the nodes that have most of the service, whether they run
 * or not (swarmkit {@code manager/orchestrator/replicated/services.go}), so that one that runs
 * could go while one that has just been started stays. A task that no node takes is no danger: it
 * is the first to go.
 */
record DrainProgress(DrainForecast forecast, Snapshot now) {

  private static final String NO_NODE = "no suitable node";

  /** What is not done yet, a reason each; nothing when the node is empty and all run elsewhere. */
  List<Reason> left() {
    List<Reason> left = new ArrayList<>();
    now.tasks().stream()
        .filter(this::isOnNode)
        .filter(task -> !task.state().isTerminal() && !isOutOfReach(task))
        .forEach(task -> left.add(reason(task, "is still on the node: ")));
    forecast.moving().forEach(each -> left.addAll(unsettled(each)));
    return left;
  }

  private List<Reason> unsettled(Departure departure) {
    Resource service = departure.service();
    List<Task> elsewhere =
        now.tasksOf(service.id()).stream()
            .filter(task -> Slot.isLive(task) && !isOnNode(task))
            .toList();
    List<Reason> reasons = new ArrayList<>();
    elsewhere.stream()
        .filter(task -> !task.isRunning() && !findsNoNode(task))
        .forEach(task -> reasons.add(reason(task, "does not run yet: ")));
    long running = elsewhere.stream().filter(Task::isRunning).count();
    if (reasons.isEmpty() && running < departure.elsewhere()) {
      reasons.add(
          Reason.ofService(
              service.name(),
              running + " of " + departure.elsewhere() + " tasks run on other nodes"));
    }
    return reasons;
  }

  private static boolean findsNoNode(Task task) {
    return task.node().isEmpty()
        && task.state() == TaskState.PENDING
        && task.status().error().startsWith(NO_NODE);
  }

  private boolean isOnNode(Task task) {
    return task.node().filter(forecast.node().id()::equals).isPresent();
  }

  /** Nobody but the node itself can stop what is to go from a node that is down. */
  private boolean isOutOfReach(Task task) {
    return now.node(forecast.node().id())
            .map(Node::state)
            .filter(NodeState.DOWN::equals)
            .isPresent()
        && !Slot.isLive(task);
  }

  private Reason reason(Task task, String words) {
    String service = name(task.service());
    String error = task.status().error();
    return new Reason(
        service,
        Optional.of(new Reason.FailedTask(task.id(), task.displayName(service))),
        task.node().flatMap(now::node).map(Node::hostname),
        words
            + task.state().name().toLowerCase(Locale.ROOT)
            + (error.isBlank() ? "" : ", " + error),
        List.of());
  }

  private String name(ResourceId service) {
    return now.find(ResourceKind.SERVICE, service).map(Resource::name).orElse(service.value());
  }
}
