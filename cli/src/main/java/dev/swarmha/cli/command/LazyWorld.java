package dev.swarmha.cli.command;

import dev.swarmha.deploy.World;
import dev.swarmha.deploy.event.ProgressSink;
import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.docker.endpoint.EndpointOptions;
import dev.swarmha.engine.time.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * What use cases are made of. The Engine is connected to when the first of them needs it, so that
 * what is wrong with a file is found without one.
 */
final class LazyWorld implements AutoCloseable {

  private final Surroundings surroundings;
  private final EndpointOptions endpoint;
  private final ProgressSink sink;
  private @Nullable EngineConnection connection;

  LazyWorld(Surroundings surroundings, EndpointOptions endpoint, ProgressSink sink) {
    this.surroundings = surroundings;
    this.endpoint = endpoint;
    this.sink = sink;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  Timeline timeline() {
    return surroundings.timeline();
  }

  ProgressSink sink() {
    return sink;
  }

  EngineConnection engine() {
    EngineConnection open = connection;
    if (open == null) {
      open = surroundings.engines().connect(endpoint);
      connection = open;
    }
    return open;
  }

  SwarmEngine swarm() {
    return engine().swarm();
  }

  World world() {
    return world(engine());
  }

  /** The same with a connection that does more. */
  World world(EngineConnection open) {
    return new World(open, surroundings.prober(), timeline(), sink, surroundings.operator());
  }

  @Override
  public void close() {
    if (connection != null) {
      connection.close();
    }
  }
}
