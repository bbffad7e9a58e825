package dev.swarmha.deploy.logs;

import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.LogLine;
import dev.swarmha.engine.LogReading;
import dev.swarmha.engine.LogRequest;
import dev.swarmha.engine.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A log that is read, and read on from another manager when the one that gave it goes away. */
final class OpenLog implements AutoCloseable {

  /** As long as waits bear with managers that are away. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final EngineConnection connection;
  private final Timeline timeline;
  private final LogRequest request;
  private LogReading reading;
  private Optional<Instant> newest = Optional.empty();
  private Optional<Instant> brokenSince = Optional.empty();

  OpenLog(EngineConnection connection, Timeline timeline, LogRequest request) {
    this.connection = connection;
    this.timeline = timeline;
    this.request = request;
    this.reading = connection.logs().open(request);
  }

  /**
   * The lines that have come since the last call.
   *
   * @throws EngineException when the log has broken off for good
   */
  List<LogLine> poll() {
    try {
      if (brokenSince.isPresent()) {
        reading = connection.logs().open(newest.map(request::after).orElse(request));
      }
      List<LogLine> lines = reading.poll();
      brokenSince = Optional.empty();
      lines.stream()
          .map(LogLine::at)
          .max(Instant::compareTo)
          .filter(at -> newest.filter(at::isBefore).isEmpty())
          .ifPresent(at -> newest = Optional.of(at));
      return lines;
    } catch (EngineInterruptedException interrupted) {
      throw interrupted;
    } catch (EngineException broken) {
      reading.close();
      Instant now = timeline.instant();
      Instant since = brokenSince.orElse(now);
      brokenSince = Optional.of(since);
      if (!request.follow() || now.isAfter(since.plus(PATIENCE))) {
        throw broken;
      }
      return List.of();
    }
  }

  boolean ended() {
    return brokenSince.isEmpty() && reading.ended();
  }

  @Override
  public void close() {
    reading.close();
  }
}
