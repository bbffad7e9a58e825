package dev.swarmha.engine.docker;

import dev.swarmha.engine.EngineUnreachableException;
import dev.swarmha.engine.LogLine;
import dev.swarmha.engine.LogReading;
import dev.swarmha.engine.docker.transport.Streaming;
import dev.swarmha.engine.docker.wire.LogFrames;
import dev.swarmha.engine.docker.wire.LogText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A log as it comes from an Engine, read by a thread of its own. */
final class DockerLogReading implements LogReading {

  /** What is not fetched beyond this waits in the Engine, not in our memory. */
  private static final int LINES_AHEAD = 10_000;

  private final Streaming answer;
  private final BlockingQueue<LogLine> lines = new LinkedBlockingQueue<>(LINES_AHEAD);
  private volatile boolean over;
  private volatile Optional<IOException> failure = Optional.empty();

  private DockerLogReading(Streaming answer) {
    this.answer = answer;
  }

  static DockerLogReading of(Streaming answer) {
    DockerLogReading reading = new DockerLogReading(answer);
    Thread reader = new Thread(reading::read, "log");
    reader.setDaemon(true);
    reader.start();
    return reading;
  }

  private void read() {
    try {
      LogFrames.read(answer.body(), (channel, text) -> lines.put(LogText.line(channel, text)));
    } catch (IOException broken) {
      failure = Optional.of(broken);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } finally {
      over = true;
    }
  }

  @Override
  public List<LogLine> poll() {
    boolean last = over;
    List<LogLine> come = new ArrayList<>();
    lines.drainTo(come);
    if (come.isEmpty() && last && failure.isPresent()) {
      throw new EngineUnreachableException(
          "the log broke off: " + failure.get().getMessage(), failure.get());
    }
    return come;
  }

  @Override
  public boolean ended() {
    return over && failure.isEmpty() && lines.isEmpty();
  }

  @Override
  public void close() {
    answer.close();
  }
}
