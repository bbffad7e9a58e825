package dev.swarmha.engine;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an Engine says of itself and of its place in a swarm.
 *
 * @param apiVersion the version that this connection speaks, such as {@code 1.41}
 * @param node this Engine's node id; empty outside a swarm
 * @param cluster the swarm's id; only managers know it
 * @param managers the addresses of the managers that it knows, {@code HOST:PORT}
 * @param error the Engine's own words for what is wrong with its membership; empty if nothing is
 * @param clock what its machine's clock showed when it answered
 */
public record EngineInfo(
    String engineVersion,
    String apiVersion,
    String hostname,
    Membership membership,
    Optional<ResourceId> node,
    String nodeAddress,
    Optional<String> cluster,
    List<String> managers,
    String error,
    Instant clock) {

  public EngineInfo {
    requireNonNull(engineVersion, "engineVersion");
    requireNonNull(apiVersion, "apiVersion");
    requireNonNull(hostname, "hostname");
    requireNonNull(membership, "membership");
    requireNonNull(node, "node");
    requireNonNull(nodeAddress, "nodeAddress");
    requireNonNull(cluster, "cluster");
    managers = List.copyOf(managers);
    requireNonNull(error, "error");
    requireNonNull(clock, "clock");
  }

  public boolean isManager() {
    return membership == Membership.MANAGER;
  }

  /** An Engine's place in a swarm. */
  public enum Membership {
    /** In no swarm. */
    INACTIVE,
    /** Joining, not yet accepted. */
    PENDING,
    WORKER,
    MANAGER,
    /** A manager that waits for its unlock key. */
    LOCKED,
    ERROR,
    UNKNOWN
  }
}
