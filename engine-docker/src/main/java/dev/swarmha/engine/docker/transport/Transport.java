package dev.swarmha.engine.docker.transport;

import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.docker.endpoint.Endpoint;
import dev.swarmha.engine.docker.endpoint.SshTarget;
import dev.swarmha.engine.docker.endpoint.TlsFiles;
import dev.swarmha.engine.time.Timeline;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/**
 * Sends calls to one endpoint. Each call has a line of its own, so that giving one up closes
 * nothing else. Safe for use by several threads.
 */
public final class Transport implements AutoCloseable {

  /** For answers that may be silent for a while, such as a log that is followed. */
  private static final Duration AS_LONG_AS_IT_LIKES = Duration.ofDays(7);

  private final Endpoint endpoint;
  private final Line.Source lines;
  private final Timeline timeline;
  private final CallLog log;
  private final Trouble trouble;
  private final ThreadFactory daemons = daemons();
  private final ExecutorService threads = Executors.newCachedThreadPool(daemons);

  Transport(Endpoint endpoint, Line.Source lines, Timeline timeline, CallLog log) {
    this.endpoint = endpoint;
    this.lines = lines;
    this.timeline = timeline;
    this.log = log;
    this.trouble = new Trouble(endpoint);
  }

  /**
   * Reads the TLS files, if there are any; nothing is sent yet.
   *
   * @throws dev.swarmha.engine.docker.endpoint.EndpointException when a TLS file cannot be used
   */
  public static Transport to(Endpoint endpoint, Timeline timeline, CallLog log) {
    return new Transport(endpoint, lines(endpoint), timeline, log);
  }

  private static Line.Source lines(Endpoint endpoint) {
    Optional<SshTarget> ssh = endpoint.ssh();
    if (ssh.isPresent()) {
      return SshLines.to(ssh.get());
    }
    if (endpoint.isUnixSocket()) {
      return UnixLine.to(Path.of(endpoint.uri().getPath()));
    }
    Optional<SSLContext> tls = endpoint.tls().map(TlsContext::of);
    boolean verifies = endpoint.tls().map(TlsFiles::verifies).orElse(false);
    return verifies
        ? DockerJavaLine.to(endpoint, tls.orElseThrow())
        : TcpLine.to(endpoint.uri(), tls);
  }

  public Endpoint endpoint() {
    return endpoint;
  }

  /**
   * Sends one call, once, and reads the whole answer, whatever its status.
   *
   * @throws dev.swarmha.engine.EngineUnreachableException when there is no answer in time
   * @throws EngineInterruptedException when the calling thread is interrupted
   */
  public Reply send(Call call) {
    Instant start = timeline.instant();
    Line line = lines.line(call.timeout());
    Reply reply = await(threads.submit(() -> exchange(line, call)), line, call);
    long took = since(start);
    log.note(() -> call + ": " + reply.status() + " in " + took + " ms");
    return reply;
  }

  private <T> T await(Future<T> answer, Line line, Call call) {
    Instant start = timeline.instant();
    Duration limit = call.timeout().plus(line.openingTime());
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      log.note(() -> call + ": no answer in " + since(start) + " ms");
      giveUp(answer, line);
      throw trouble.noAnswer(call, limit);
    } catch (InterruptedException e) {
      giveUp(answer, line);
      Thread.currentThread().interrupt();
      throw new EngineInterruptedException(
          "interrupted while waiting for the Engine at " + endpoint, e);
    } catch (ExecutionException e) {
      log.note(() -> call + ": failed after " + since(start) + " ms");
      throw trouble.explain(call, e.getCause() == null ? e : e.getCause());
    }
  }

  /**
   * Sends one call, once, and returns as soon as the answer begins. Its body may take as long as it
   * likes.
   *
   * @throws dev.swarmha.engine.EngineUnreachableException when no answer begins in time
   * @throws EngineInterruptedException when the calling thread is interrupted
   */
  public Streaming open(Call call) {
    Line line = lines.line(AS_LONG_AS_IT_LIKES);
    Line.Answer answer = await(threads.submit(() -> line.execute(call)), line, call);
    return new Streaming(answer.status(), answer.body(), () -> close(line));
  }

  private static Reply exchange(Line line, Call call) throws IOException {
    try (line) {
      Line.Answer answer = line.execute(call);
      try (InputStream body = answer.body()) {
        return new Reply(answer.status(), answer.headers(), body.readAllBytes());
      }
    }
  }

  /**
   * Closing is what ends a read on a Unix socket, which knows no time-outs. A thread of its own
   * does it, since it may wait for the other side, and the caller has waited long enough.
   */
  private void giveUp(Future<?> answer, Line line) {
    answer.cancel(true);
    close(line);
  }

  private void close(Line line) {
    daemons.newThread(() -> closeQuietly(line)).start();
  }

  private void closeQuietly(Line line) {
    try {
      line.close();
    } catch (IOException e) {
      log.note(() -> "closing a call that was given up: " + e.getMessage());
    }
  }

  private long since(Instant start) {
    return Duration.between(start, timeline.instant()).toMillis();
  }

  private static ThreadFactory daemons() {
    AtomicInteger count = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, "engine-call-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  @Override
  public void close() {
    threads.shutdownNow();
    lines.close();
  }
}
