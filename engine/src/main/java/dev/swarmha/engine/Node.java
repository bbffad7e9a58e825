package dev.swarmha.engine;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A node of the swarm as it was observed.
 *
 * @param statusMessage the managers' own words for its state, such as {@code heartbeat failure};
 *     mostly empty
 */
public record Node(
    ResourceId id,
    String hostname,
    Role role,
    Availability availability,
    NodeState state,
    String statusMessage,
    String address,
    Map<String, String> labels,
    Description description,
    Optional<ManagerStatus> managerStatus) {

  public Node {
    requireNonNull(id, "id");
    requireNonNull(hostname, "hostname");
    requireNonNull(role, "role");
    requireNonNull(availability, "availability");
    requireNonNull(state, "state");
    requireNonNull(statusMessage, "statusMessage");
    requireNonNull(address, "address");
    labels = new TreeMap<>(labels);
    requireNonNull(description, "description");
    requireNonNull(managerStatus, "managerStatus");
  }

  /** A node of whose state the managers say no more. */
  public Node(
      ResourceId id,
      String hostname,
      Role role,
      Availability availability,
      NodeState state,
      String address,
      Map<String, String> labels,
      Description description,
      Optional<ManagerStatus> managerStatus) {
    this(id, hostname, role, availability, state, "", address, labels, description, managerStatus);
  }

  /** The same node in another state. */
  public Node with(NodeState other) {
    return new Node(
        id,
        hostname,
        role,
        availability,
        other,
        statusMessage,
        address,
        labels,
        description,
        managerStatus);
  }

  public boolean isLeader() {
    return managerStatus.map(ManagerStatus::leader).orElse(false);
  }

  public boolean isReady() {
    return state == NodeState.READY;
  }

  /** A node's part in the swarm. */
  public enum Role {
    MANAGER,
    WORKER,
    UNKNOWN
  }

  /** Whether a node may be given tasks. */
  public enum Availability {
    ACTIVE,
    PAUSE,
    DRAIN,
    UNKNOWN
  }

  /** Whether the managers hear from a node. */
  public enum NodeState {
    READY,
    DOWN,
    DISCONNECTED,
    UNKNOWN
  }

  /**
   * What the node's Engine says of itself.
   *
   * @param capacity all that there is for tasks, whether it is reserved or not
   * @param engineLabels the labels in the Engine's own configuration, which no manager can change
   * @param plugins the drivers that it has; empty where it does not tell
   */
  public record Description(
      String engineVersion,
      String os,
      String architecture,
      Amounts capacity,
      Map<String, String> engineLabels,
      Set<Plugin> plugins) {
    public Description {
      requireNonNull(engineVersion, "engineVersion");
      requireNonNull(os, "os");
      requireNonNull(architecture, "architecture");
      requireNonNull(capacity, "capacity");
      engineLabels = new TreeMap<>(engineLabels);
      plugins = Set.copyOf(plugins);
    }

    /** An Engine that tells neither labels nor drivers. */
    public Description(String engineVersion, String os, String architecture, Amounts capacity) {
      this(engineVersion, os, architecture, capacity, Map.of(), Set.of());
    }
  }

  /**
   * A driver of a node's Engine.
   *
   * @param type the Engine's word for what it drives: {@code Network}, {@code Volume}, {@code Log}
   */
  public record Plugin(String type, String name) {
    public Plugin {
      requireNonNull(type, "type");
      requireNonNull(name, "name");
    }
  }

  /** A manager's standing among the managers; the address is that of its raft member. */
  public record ManagerStatus(boolean leader, boolean reachable, String address) {
    public ManagerStatus {
      requireNonNull(address, "address");
    }
  }
}
