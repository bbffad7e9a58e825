package dev.swarmha.engine.docker;

import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.EngineContainers;
import dev.swarmha.engine.EngineLogs;
import dev.swarmha.engine.ImageRegistry;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.SwarmMembership;
import dev.swarmha.engine.docker.endpoint.Endpoint;
import dev.swarmha.engine.docker.transport.CallLog;
import dev.swarmha.engine.docker.transport.Transport;
import dev.swarmha.engine.time.SystemTimeline;
import java.util.Map;
import java.util.Optional;

/**
 * A Docker Engine at an endpoint. Nothing is sent before the first question, and every call is
 * bounded in time. Safe for use by several threads.
 */
public final class DockerEngine implements EngineConnection {

  private final Transport transport;
  private final SwarmEngine swarm;
  private final SwarmMembership membership;
  private final EngineLogs logs;
  private final EngineContainers containers;
  private final ImageRegistry images;

  private DockerEngine(Transport transport, Optional<String> pinnedApiVersion) {
    this.transport = transport;
    EngineApi api = new EngineApi(transport, pinnedApiVersion);
    this.swarm = new DockerSwarmEngine(api);
    this.membership = new DockerMembership(api);
    this.logs = new DockerLogs(api);
    this.containers = new DockerContainers(api);
    this.images = new DockerImageRegistry(api);
  }

  /** The Engine at an endpoint, whose calls nobody has asked to see. */
  public static DockerEngine connect(Endpoint endpoint, Map<String, String> environment) {
    return connect(endpoint, environment, CallLog.NONE);
  }

  /**
   * The Engine at an endpoint.
   *
   * @param environment where {@code DOCKER_API_VERSION} may fix the API version
   * @throws dev.swarmha.engine.docker.endpoint.EndpointException when a TLS file cannot be used or
   *     the fixed API version is none
   */
  public static DockerEngine connect(
      Endpoint endpoint, Map<String, String> environment, CallLog log) {
    Optional<String> pinned =
        Optional.ofNullable(environment.get("DOCKER_API_VERSION"))
            .filter(version -> !version.isBlank());
    return new DockerEngine(Transport.to(endpoint, new SystemTimeline(), log), pinned);
  }

  @Override
  public SwarmEngine swarm() {
    return swarm;
  }

  @Override
  public SwarmMembership membership() {
    return membership;
  }

  @Override
  public EngineLogs logs() {
    return logs;
  }

  @Override
  public EngineContainers containers() {
    return containers;
  }

  @Override
  public ImageRegistry images() {
    return images;
  }

  @Override
  public void close() {
    transport.close();
  }
}
