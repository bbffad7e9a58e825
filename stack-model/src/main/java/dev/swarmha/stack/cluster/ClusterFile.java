package dev.swarmha.stack.cluster;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Origin;
import dev.swarmha.stack.model.StackNetwork;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A whole cluster as its file declares it. */
public record ClusterFile(
    List<ClusterMachine> managers,
    List<ClusterMachine> workers,
    SwarmOptions swarm,
    Map<String, StackNetwork> networks,
    Map<String, Content> secrets,
    Map<String, Content> configs) {

  public ClusterFile {
    managers = List.copyOf(managers);
    workers = List.copyOf(workers);
    requireNonNull(swarm, "swarm");
    networks = ordered(networks);
    secrets = ordered(secrets);
    configs = ordered(configs);
  }

  private static <T> Map<String, T> ordered(Map<String, T> entries) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /** All machines, the managers first. */
  public List<ClusterMachine> machines() {
    return Stream.concat(managers.stream(), workers.stream()).toList();
  }

  /**
   * What holds for the swarm as a whole; what is empty is left as it is.
   *
   * @param addressPools where overlay networks take their subnets from; only a new swarm learns it
   * @param subnetSize how long the prefix of each of these subnets is; likewise
   */
  public record SwarmOptions(
      Optional<Boolean> autolock,
      Optional<Long> taskHistoryLimit,
      Optional<Duration> heartbeatPeriod,
      Optional<Duration> nodeCertExpiry,
      List<String> addressPools,
      Optional<Integer> subnetSize) {

    /** All is left as it is. */
    public static final SwarmOptions NONE =
        new SwarmOptions(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty());

    public SwarmOptions {
      requireNonNull(autolock, "autolock");
      requireNonNull(taskHistoryLimit, "taskHistoryLimit");
      requireNonNull(heartbeatPeriod, "heartbeatPeriod");
      requireNonNull(nodeCertExpiry, "nodeCertExpiry");
      addressPools = List.copyOf(addressPools);
      requireNonNull(subnetSize, "subnetSize");
    }
  }

  /**
   * Where the content of a secret or config comes from: a file, relative to that of the cluster, or
   * a variable.
   *
   * @param path the place of that in the file
   */
  public record Content(
      Optional<String> file,
      Optional<String> variable,
      Map<String, String> labels,
      DocumentPath path,
      Origin origin) {
    public Content {
      requireNonNull(file, "file");
      requireNonNull(variable, "variable");
      labels = new TreeMap<>(labels);
      requireNonNull(path, "path");
      requireNonNull(origin, "origin");
    }
  }
}
