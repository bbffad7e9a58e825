package dev.swarmha.deploy.cluster.declared;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.Payload;
import dev.swarmha.stack.cluster.ClusterFile;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A cluster as its file declares it, with the contents of its secrets and configs by name. */
public record DesiredCluster(
    ClusterFile file, Map<String, Payload> secrets, Map<String, Payload> configs) {

  public DesiredCluster {
    requireNonNull(file, "file");
    secrets = Collections.unmodifiableMap(new LinkedHashMap<>(secrets));
    configs = Collections.unmodifiableMap(new LinkedHashMap<>(configs));
  }
}
