package dev.swarmha.engine.docker.wire;

import static dev.swarmha.engine.docker.wire.Values.constant;
import static dev.swarmha.engine.docker.wire.Values.text;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Amounts;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.Task.HostPort;
import dev.swarmha.engine.TaskState;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads tasks. */
public final class TaskReader {

  private static final Comparator<Task> CREATION =
      Comparator.comparing(Task::createdAt).thenComparing(task -> task.id().value());

  private TaskReader() {}

  /**
   * The tasks in order of creation.
   *
   * @param newest those of the same tasks that the managers count as up to date
   */
  public static List<Task> inOrder(List<Task> tasks, List<ResourceId> newest) {
    Set<ResourceId> upToDate = new HashSet<>(newest);
    return tasks.stream()
        .map(task -> upToDate.contains(task.id()) ? task.asUpToDate() : task)
        .sorted(CREATION)
        .toList();
  }

  public static ResourceId id(Mapping object) {
    return Values.requiredId(object, "ID");
  }

  /** A task of which it is not known yet whether it is up to date. */
  public static Task read(Mapping object) {
    return new Task(
        id(object),
        new ResourceId(text(object, "ServiceID")),
        object.number("Slot").filter(slot -> slot > 0).map(Long::intValue),
        Values.id(object, "NodeID"),
        constant(text(object, "DesiredState"), TaskState.UNKNOWN),
        status(object.mapping("Status")),
        text(object, "Spec", "ContainerSpec", "Image"),
        Values.instant(object, "CreatedAt"),
        false,
        Amounts.read(object.mapping("Spec").mapping("Resources").mapping("Reservations")),
        object
            .mapping("Status")
            .mapping("ContainerStatus")
            .text("ContainerID")
            .filter(container -> !container.isEmpty()));
  }

  private static Task.Status status(Mapping status) {
    TaskState state = constant(text(status, "State"), TaskState.UNKNOWN);
    return new Task.Status(
        state,
        Values.instant(status, "Timestamp"),
        text(status, "Message"),
        text(status, "Err"),
        exitCode(state, status),
        hostPorts(status));
  }

  /** Engines fill in 0 while a container runs, and for tasks that never had one. */
  private static Optional<Integer> exitCode(TaskState state, Mapping status) {
    Mapping container = status.mapping("ContainerStatus");
    if (!state.isTerminal() || text(container, "ContainerID").isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(container.number("ExitCode").map(Long::intValue).orElse(0));
  }

  /** Engines list a port twice that is open on IPv4 and IPv6. */
  private static List<HostPort> hostPorts(Mapping status) {
    return status
        .mapping("PortStatus")
        .sequence("Ports")
        .mappings()
        .filter(port -> port.number("PublishedPort").isPresent())
        .map(TaskReader::hostPort)
        .distinct()
        .toList();
  }

  private static HostPort hostPort(Mapping port) {
    return new HostPort(
        port.number("PublishedPort").orElse(0L).intValue(),
        port.number("TargetPort").orElse(0L).intValue(),
        text(port, "Protocol"));
  }
}
