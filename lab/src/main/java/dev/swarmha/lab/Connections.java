package dev.swarmha.lab;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.docker.DockerEngine;
import dev.swarmha.engine.docker.endpoint.EndpointOptions;
import dev.swarmha.engine.docker.endpoint.EndpointResolver;
import java.util.LinkedHashMap;
import java.util.Map;

/** At most one connection to each node's Engine, all closed together. */
final class Connections implements AutoCloseable {

  private final RaisedLab lab;
  private final Map<String, EngineConnection> open = new LinkedHashMap<>();

  Connections(RaisedLab lab) {
    this.lab = requireNonNull(lab, "lab");
  }

  synchronized EngineConnection to(String node) {
    return open.computeIfAbsent(node, name -> connect(lab.endpoint(name)));
  }

  private static EngineConnection connect(String endpoint) {
    return DockerEngine.connect(
        new EndpointResolver(Map.of()).resolve(EndpointOptions.host(endpoint)), Map.of());
  }

  @Override
  public synchronized void close() {
    open.values().forEach(EngineConnection::close);
    open.clear();
  }
}
