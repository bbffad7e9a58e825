package dev.swarmha.deploy;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.event.ProgressSink;
import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.probe.Prober;
import dev.swarmha.engine.time.Timeline;

/** Everything that a use case can reach: an Engine, health probes, the time, and who listens. */
public record World(
    EngineConnection connection, Prober prober, Timeline timeline, ProgressSink sink) {

  public World {
    requireNonNull(connection, "connection");
    requireNonNull(prober, "prober");
    requireNonNull(timeline, "timeline");
    requireNonNull(sink, "sink");
  }

  public SwarmEngine swarm() {
    return connection.swarm();
  }
}
