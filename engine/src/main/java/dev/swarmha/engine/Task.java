package dev.swarmha.engine;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A task as it was observed.
 *
 * @param slot the slot of a replicated service's task, from 1; empty for global services
 * @param node the node it was assigned to; empty while it is pending
 * @param desired the state that the managers want it to reach
 * @param upToDate whether it runs its service's newest spec, as the managers judge it
 * @param reserved what its own spec reserves on its node
 * @param container the id of its container; empty where it has had none yet
 */
public record Task(
    ResourceId id,
    ResourceId service,
    Optional<Integer> slot,
    Optional<ResourceId> node,
    TaskState desired,
    Status status,
    String image,
    Instant createdAt,
    boolean upToDate,
    Amounts reserved,
    Optional<String> container) {

  public Task {
    requireNonNull(id, "id");
    requireNonNull(service, "service");
    requireNonNull(slot, "slot");
    requireNonNull(node, "node");
    requireNonNull(desired, "desired");
    requireNonNull(status, "status");
    requireNonNull(image, "image");
    requireNonNull(createdAt, "createdAt");
    requireNonNull(reserved, "reserved");
    requireNonNull(container, "container");
  }

  /** A task that reserves nothing and whose container is of no interest. */
  public Task(
      ResourceId id,
      ResourceId service,
      Optional<Integer> slot,
      Optional<ResourceId> node,
      TaskState desired,
      Status status,
      String image,
      Instant createdAt,
      boolean upToDate) {
    this(
        id,
        service,
        slot,
        node,
        desired,
        status,
        image,
        createdAt,
        upToDate,
        Amounts.NONE,
        Optional.empty());
  }

  /** The same, which the managers judge to run its service's newest spec. */
  public Task asUpToDate() {
    return new Task(
        id, service, slot, node, desired, status, image, createdAt, true, reserved, container);
  }

  public TaskState state() {
    return status.state();
  }

  /** Whether the managers want it to run and it does. */
  public boolean isRunning() {
    return state() == TaskState.RUNNING && !desired.isTerminal();
  }

  /** The service's name with the slot, or with the node for global services, as Docker shows it. */
  public String displayName(String serviceName) {
    return serviceName
        + "."
        + slot.map(String::valueOf).or(() -> node.map(ResourceId::value)).orElse("?");
  }

  /**
   * What a node last reported of a task.
   *
   * @param since when the task entered the state
   * @param message the Engine's own words for the state
   * @param error the Engine's error in full; empty where there is none
   * @param hostPorts the ports that the container has open on its node, for {@code mode: host}
   */
  public record Status(
      TaskState state,
      Instant since,
      String message,
      String error,
      Optional<Integer> exitCode,
      List<HostPort> hostPorts) {
    public Status {
      requireNonNull(state, "state");
      requireNonNull(since, "since");
      requireNonNull(message, "message");
      requireNonNull(error, "error");
      requireNonNull(exitCode, "exitCode");
      hostPorts = List.copyOf(hostPorts);
    }
  }

  /** A container's port that is open on its node. */
  public record HostPort(int published, int target, String protocol) {
    public HostPort {
      requireNonNull(protocol, "protocol");
    }
  }
}
