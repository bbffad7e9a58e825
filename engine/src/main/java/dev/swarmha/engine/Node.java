package dev.swarmha.engine;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A node of the swarm as it was observed. */
public record Node(
    ResourceId id,
    String hostname,
    Role role,
    Availability availability,
    NodeState state,
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
    requireNonNull(address, "address");
    labels = new TreeMap<>(labels);
    requireNonNull(description, "description");
    requireNonNull(managerStatus, "managerStatus");
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

  /** What the node's Engine says of itself; memory in bytes, processors in billionths of one. */
  public record Description(
      String engineVersion, String os, String architecture, long nanoCpus, long memoryBytes) {
    public Description {
      requireNonNull(engineVersion, "engineVersion");
      requireNonNull(os, "os");
      requireNonNull(architecture, "architecture");
    }
  }

  /** A manager's standing among the managers; the address is that of its raft member. */
  public record ManagerStatus(boolean leader, boolean reachable, String address) {
    public ManagerStatus {
      requireNonNull(address, "address");
    }
  }
}
