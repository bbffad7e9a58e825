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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A node and the tasks that take something from it: those that were assigned to it and have not
 * ended, wanted or not (swarmkit {@code manager/scheduler/nodeinfo.go}).
 */
record NodeLoad(Node node, List<Placed> tasks) {

  NodeLoad {
    requireNonNull(node, "node");
    tasks = List.copyOf(tasks);
  }

  static NodeLoad of(Node node, Snapshot snapshot) {
    return new NodeLoad(
        node,
        snapshot.tasks().stream()
            .filter(task -> task.node().filter(node.id()::equals).isPresent())
            .filter(NodeLoad::isPlaced)
            .map(task -> Placed.of(task, snapshot))
            .toList());
  }

  private static boolean isPlaced(Task task) {
    return task.state().compareTo(TaskState.ASSIGNED) >= 0 && !task.state().isTerminal();
  }

  /** What no task has reserved; below zero where more is reserved than there is. */
  Amounts free() {
    return tasks.stream()
        .map(placed -> placed.task().reserved())
        .reduce(node.description().capacity(), Amounts::minus);
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
        .filter(task -> task.desired().compareTo(TaskState.COMPLETE) <= 0)
        .count();
  }

  /** A task on the node, under the name by which Docker shows it. */
  record Placed(Task task, String name, Set<HostPort> ports) {

    Placed {
      requireNonNull(task, "task");
      requireNonNull(name, "name");
      ports = Set.copyOf(ports);
    }

    static Placed of(Task task, Snapshot snapshot) {
      Optional<Resource> service = snapshot.find(ResourceKind.SERVICE, task.service());
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
