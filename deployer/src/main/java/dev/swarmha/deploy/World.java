package dev.swarmha.deploy;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.event.ProgressSink;
import dev.swarmha.deploy.explain.ReasonDiagnosis;
import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.probe.Prober;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.engine.time.Timeline;
import dev.swarmha.wait.WaitResult;
import java.time.Duration;

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

  /** What is told beside the reasons of a wait is not worth waiting for as long again. */
  private static final Duration DIAGNOSIS = Duration.ofSeconds(5);

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

  /** The same end of a wait, with what else is known of its reasons and what to do about them. */
  WaitResult diagnosed(WaitResult result) {
    return result.withReasons(
        new ReasonDiagnosis(
                impatientSwarm().until(Deadline.in(DIAGNOSIS, timeline)),
                connection.containers(),
                timeline)
            .of(result.reasons()));
  }

  /** For waits, which ask again by themselves and know for how long. */
  public SwarmEngine impatientSwarm() {
    return connection.impatientSwarm();
  }
}
