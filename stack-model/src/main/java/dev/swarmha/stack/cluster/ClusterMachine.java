package dev.swarmha.stack.cluster;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Origin;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One machine of the cluster, and what its node is to be.
 *
 * @param manager whether it stands among the managers
 * @param name its host name, where the file gives it
 * @param availability {@code active}, {@code pause} or {@code drain}; empty leaves it as it is
 * @param labels those that its node is to have; others are left alone
 * @param path where it is told how the machine is reached
 * @param origin the same place, for messages
 */
public record ClusterMachine(
    boolean manager,
    Access access,
    Optional<String> name,
    Addresses addresses,
    Optional<String> availability,
    Map<String, String> labels,
    DocumentPath path,
    Origin origin) {

  public ClusterMachine {
    requireNonNull(access, "access");
    requireNonNull(name, "name");
    requireNonNull(addresses, "addresses");
    requireNonNull(availability, "availability");
    labels = new TreeMap<>(labels);
    requireNonNull(path, "path");
    requireNonNull(origin, "origin");
  }

  /** How messages call it. */
  @Override
  public String toString() {
    return name.map(known -> known + " (" + access + ")").orElseGet(access::toString);
  }

  /** The addresses of its Engine in the swarm; what is empty is left to the Engine. */
  public record Addresses(
      Optional<String> advertise, Optional<String> listen, Optional<String> dataPath) {
    public Addresses {
      requireNonNull(advertise, "advertise");
      requireNonNull(listen, "listen");
      requireNonNull(dataPath, "dataPath");
    }
  }
}
