package dev.swarmha.deploy.placement;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.Amounts;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A node and the tasks that take something from it: those that were assigned to it and have not
 * ended, wanted or not (swarmkit {@code manager/scheduler/nodeinfo.go}).
 */
final class NodeLoad {

  private final Node node;
  private final List<Placed> tasks;
  private final Amounts free;

  NodeLoad(Node node, List<Placed> tasks) {
    this.node = requireNonNull(node, "node");
    this.tasks = List.copyOf(tasks);
    this.free =
        tasks.stream()
            .map(placed -> placed.task().reserved())
            .filter(reserved -> !reserved.isNone())
            .reduce(node.description().capacity(), Amounts::minus);
  }

  Node node() {
    return node;
  }

  static NodeLoad of(Node node, Snapshot snapshot) {
    return new NodeLoad(
        node,
        snapshot.tasks().stream()
            .filter(task -> task.node().filter(node.id()::equals).isPresent())
            .filter(NodeLoad::isPlaced)
            .map(task -> Placed.of(task, snapshot.find(ResourceKind.SERVICE, task.service())))
            .toList());
  }

  static boolean isPlaced(Task task) {
    return task.state().compareTo(TaskState.ASSIGNED) >= 0 && !task.state().isTerminal();
  }

  /** What no task has reserved; below zero where more is reserved than there is. */
  Amounts free() {
    return free;
  }

  /** The name of a task that has a port open. */
  Optional<String> holder(HostPort port) {
    return tasks.stream()
        .filter(placed -> placed.ports().contains(port))
        .map(Placed::name)
        .findFirst();
  }

  /** How many tasks of a service are here and wanted, or meant to complete. */
  long countOf(ResourceId service) {
    return tasks.stream()
        .map(Placed::task)
        .filter(task -> task.service().equals(service))
        .filter(NodeLoad::isWanted)
        .count();
  }

  /** How many tasks of any service are here and wanted. */
  int wanted() {
    return (int) tasks.stream().filter(placed -> isWanted(placed.task())).count();
  }

  /** The service of each task that is wanted, once for each. */
  List<ResourceId> services() {
    return tasks.stream().map(Placed::task).filter(NodeLoad::isWanted).map(Task::service).toList();
  }

  private static boolean isWanted(Task task) {
    return task.desired().compareTo(TaskState.COMPLETE) <= 0;
  }

  /** The same node with one more task. */
  NodeLoad with(Placed task) {
    List<Placed> more = new ArrayList<>(tasks);
    more.add(task);
    return new NodeLoad(node, more);
  }

  /** The same node with so many wanted tasks of a service fewer, which are added to a list. */
  NodeLoad without(ResourceId service, int count, List<Placed> taken) {
    List<Placed> kept = new ArrayList<>();
    int left = count;
    for (Placed placed : tasks) {
      if (left > 0 && placed.task().service().equals(service) && isWanted(placed.task())) {
        taken.add(placed);
        left--;
      } else {
        kept.add(placed);
      }
    }
    return new NodeLoad(node, kept);
  }

  /** A task on the node, under the name by which Docker shows it. */
  record Placed(Task task, String name, Set<HostPort> ports) {

    Placed {
      requireNonNull(task, "task");
      requireNonNull(name, "name");
      ports = Set.copyOf(ports);
    }

    static Placed of(Task task, Optional<Resource> service) {
      String name = task.displayName(service.map(Resource::name).orElse(task.service().value()));
      return new Placed(task, name, ports(task, service));
    }

    /** The spec of a task's service tells its ports only as long as the task runs that spec. */
    private static Set<HostPort> ports(Task task, Optional<Resource> service) {
      return service
          .filter(it -> task.upToDate())
          .map(it -> HostPort.of(it.spec()))
          .orElseGet(() -> opened(task));
    }

    private static Set<HostPort> opened(Task task) {
      return task.status().hostPorts().stream()
          .map(port -> new HostPort(port.published(), port.protocol()))
          .collect(Collectors.toSet());
    }
  }
}
