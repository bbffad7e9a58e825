package dev.swarmha.engine.docker.transport;

import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.docker.endpoint.Endpoint;
import dev.swarmha.engine.docker.endpoint.SshTarget;
import dev.swarmha.engine.docker.endpoint.TlsFiles;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.engine.time.Timeline;
import java.io.ByteArrayInputStream;
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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/**
 * Sends calls to one endpoint. Each call has a line of its own, so that giving one up closes
 * nothing else. The time of a call is for its whole answer, however it is dealt out: until it has
 * come to its end and was made sense of. Safe for use by several threads.
 */
public final class Transport implements AutoCloseable {

  /** For answers that may be silent for a while, such as a log that is followed. */
  private static final Duration AS_LONG_AS_IT_LIKES = Duration.ofDays(7);

  private final Endpoint endpoint;
  private final Line.Source lines;
  private final Timeline timeline;
  private final CallLog log;
  private final Trouble trouble;
  private final ThreadFactory daemons;
  private final ExecutorService threads;
  private final Optional<Deadline> end;

  Transport(Endpoint endpoint, Line.Source lines, Timeline timeline, CallLog log) {
    this.endpoint = endpoint;
    this.lines = lines;
    this.timeline = timeline;
    this.log = log;
    this.trouble = new Trouble(endpoint);
    this.daemons = daemons();
    this.threads = Executors.newCachedThreadPool(daemons);
    this.end = Optional.empty();
  }

  private Transport(Transport other, Deadline end) {
    this.endpoint = other.endpoint;
    this.lines = other.lines;
    this.timeline = other.timeline;
    this.log = other.log;
    this.trouble = other.trouble;
    this.daemons = other.daemons;
    this.threads = other.threads;
    this.end = Optional.of(end);
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
   * The same connections for questions that are given up when the deadline has passed, if not
   * before by their own time. A change keeps its own time: without its answer nobody knows whether
   * it was made.
   */
  public Transport until(Deadline deadline) {
    return new Transport(this, deadline);
  }

  /**
   * Sends one call, once, and reads the whole answer, whatever its status.
   *
   * @throws dev.swarmha.engine.EngineUnreachableException when there is no answer in time
   * @throws EngineInterruptedException when the calling thread is interrupted
   */
  public Reply send(Call call) {
    return exchange(
        call, answer -> new Reply(answer.status(), answer.headers(), answer.body().readAllBytes()));
  }

  /**
   * Sends one call, once, and makes sense of the answer while it comes, whatever its status.
   *
   * @throws dev.swarmha.engine.EngineUnreachableException when there is no whole answer in time
   * @throws EngineInterruptedException when the calling thread is interrupted
   */
  public <T> T send(Call call, Reading<T> reading) {
    return exchange(
        call, answer -> reading.read(new Streaming(answer.status(), answer.body(), () -> {})));
  }

  /** Makes sense of an answer in a thread of the call's; whatever it throws, the caller gets. */
  @FunctionalInterface
  public interface Reading<T> {
    T read(Streaming answer) throws IOException;
  }

  @FunctionalInterface
  private interface Use<T> {
    T of(Line.Answer answer) throws IOException;
  }

  private <T> T exchange(Call call, Use<T> use) {
    Instant start = timeline.instant();
    Line line = lines.line(call.timeout());
    AtomicBoolean begun = new AtomicBoolean();
    return await(
        threads.submit(
            () -> {
              try (line) {
                Line.Answer answer = line.execute(call);
                begun.set(true);
                try (InputStream body = answer.body()) {
                  T read = use.of(new Line.Answer(answer.status(), answer.headers(), body));
                  long took = since(start);
                  log.note(() -> call + ": " + answer.status() + " in " + took + " ms");
                  return read;
                }
              }
            }),
        line,
        call,
        begun);
  }

  private <T> T await(Future<T> answer, Line line, Call call, AtomicBoolean begun) {
    Instant start = timeline.instant();
    Patience patience = patience(call, line);
    try {
      return answer.get(patience.time().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      log.note(() -> call + ": no whole answer in " + since(start) + " ms");
      giveUp(answer, line);
      throw trouble.noAnswer(call, patience, begun.get());
    } catch (InterruptedException e) {
      giveUp(answer, line);
      Thread.currentThread().interrupt();
      throw new EngineInterruptedException(
          "interrupted while waiting for the Engine at " + endpoint, e);
    } catch (ExecutionException e) {
      log.note(() -> call + ": failed after " + since(start) + " ms");
      if (e.getCause() instanceof EngineException refused) {
        throw refused;
      }
      throw trouble.explain(call, e.getCause() == null ? e : e.getCause());
    }
  }

  private Patience patience(Call call, Line line) {
    Patience own = new Patience(call.timeout().plus(line.openingTime()), false);
    return end.filter(any -> !call.isWrite())
        .map(deadline -> new Patience(deadline.left(), true))
        .filter(left -> left.time().compareTo(own.time()) < 0)
        .orElse(own);
  }

  /**
   * How long a call is waited for.
   *
   * @param isWhatWasLeft whether its own time would have been longer
   */
  record Patience(Duration time, boolean isWhatWasLeft) {}

  /**
   * Sends one call, once, and returns as soon as the answer begins. Its body may take as long as it
   * likes, unless it tells of a refusal, which comes in time like any other answer.
   *
   * @throws dev.swarmha.engine.EngineUnreachableException when no answer begins in time
   * @throws EngineInterruptedException when the calling thread is interrupted
   */
  public Streaming open(Call call) {
    Line line = lines.line(AS_LONG_AS_IT_LIKES);
    AtomicBoolean begun = new AtomicBoolean();
    return await(
        threads.submit(
            () -> {
              Line.Answer answer = line.execute(call);
              begun.set(true);
              Streaming coming = new Streaming(answer.status(), answer.body(), () -> close(line));
              return coming.isSuccess() ? coming : whole(coming);
            }),
        line,
        call,
        begun);
  }

  private static Streaming whole(Streaming refusal) throws IOException {
    try (refusal) {
      byte[] body = refusal.body().readAllBytes();
      return new Streaming(refusal.status(), new ByteArrayInputStream(body), () -> {});
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
