package dev.swarmha.deploy;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.event.ProgressSink;
import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.probe.Prober;
import dev.swarmha.engine.time.Timeline;

/**
 * Everything that a use case can reach: an Engine, health probes, the time, and who listens; and in
 * whose name it acts.
 */
public record World(
    EngineConnection connection,
    Prober prober,
    Timeline timeline,
    ProgressSink sink,
    Operator operator) {

  public World {
    requireNonNull(connection, "connection");
    requireNonNull(prober, "prober");
    requireNonNull(timeline, "timeline");
    requireNonNull(sink, "sink");
    requireNonNull(operator, "operator");
  }

  /** A world in which nobody in particular acts. */
  public World(EngineConnection connection, Prober prober, Timeline timeline, ProgressSink sink) {
    this(connection, prober, timeline, sink, Operator.UNKNOWN);
  }

  public SwarmEngine swarm() {
    return connection.swarm();
  }

  /** For waits, which ask again by themselves and know for how long. */
  public SwarmEngine impatientSwarm() {
    return connection.impatientSwarm();
  }
}
