package dev.swarmha.engine.docker.transport;

import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import com.github.dockerjava.transport.SSLConfig;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.docker.endpoint.Endpoint;
import dev.swarmha.engine.time.Timeline;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends calls to one endpoint. Each call has a connection of its own, so that giving one up closes
 * nothing else, and none meets a connection that has gone stale in a pool. Safe for use by several
 * threads.
 */
public final class Transport implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Transport.class);

  /** Long enough for a packet to be lost twice: the system tries again after 1 s and after 3 s. */
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  /** For answers that may be silent for a while, such as a log that is followed. */
  private static final Duration AS_LONG_AS_IT_LIKES = Duration.ofDays(7);

  private final Endpoint endpoint;
  private final Optional<SSLContext> tls;
  private final Timeline timeline;
  private final Trouble trouble;
  private final ThreadFactory daemons = daemons();
  private final ExecutorService threads = Executors.newCachedThreadPool(daemons);

  private Transport(Endpoint endpoint, Optional<SSLContext> tls, Timeline timeline) {
    this.endpoint = endpoint;
    this.tls = tls;
    this.timeline = timeline;
    this.trouble = new Trouble(endpoint);
  }

  /**
   * Reads the TLS files, if there are any; nothing is sent yet.
   *
   * @throws dev.swarmha.engine.docker.endpoint.EndpointException when a TLS file cannot be used
   */
  public static Transport to(Endpoint endpoint, Timeline timeline) {
    return new Transport(endpoint, endpoint.tls().map(TlsContext::of), timeline);
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
    DockerHttpClient client = client(call.timeout());
    Reply reply = await(threads.submit(() -> exchange(client, call)), client, call);
    LOG.debug("{}: {} in {} ms", call, reply.status(), since(start));
    return reply;
  }

  private <T> T await(Future<T> answer, DockerHttpClient client, Call call) {
    Instant start = timeline.instant();
    try {
      return answer.get(call.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOG.debug("{}: no answer in {} ms", call, since(start));
      giveUp(answer, client);
      throw trouble.noAnswer(call);
    } catch (InterruptedException e) {
      giveUp(answer, client);
      Thread.currentThread().interrupt();
      throw new EngineInterruptedException(
          "interrupted while waiting for the Engine at " + endpoint, e);
    } catch (ExecutionException e) {
      LOG.debug("{}: failed after {} ms", call, since(start));
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
    DockerHttpClient client = client(AS_LONG_AS_IT_LIKES);
    Response response = await(threads.submit(() -> client.execute(request(call))), client, call);
    return new Streaming(response.getStatusCode(), response.getBody(), () -> close(client));
  }

  private static Reply exchange(DockerHttpClient client, Call call) throws IOException {
    try (client;
        Response response = client.execute(request(call))) {
      Map<String, String> headers = new HashMap<>();
      response.getHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
      return new Reply(response.getStatusCode(), headers, response.getBody().readAllBytes());
    }
  }

  private static Request request(Call call) {
    Request.Builder request = Request.builder();
    request.method(call.method()).path(call.path()).headers(call.headers());
    call.body().ifPresent(body -> request.putHeader("Content-Type", "application/json"));
    if (!call.method().equals("HEAD")) {
      request.body(sentOnce(call.body().orElse("")));
    }
    return request.build();
  }

  /**
   * The HTTP client repeats a request of any method that was answered 503 or 429, and cannot be
   * told not to; but it never repeats one whose body it could not read again. Hence a stream, and
   * an empty one where there is nothing to send.
   */
  private static InputStream sentOnce(String body) {
    return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Closing is what ends a read on a Unix socket, which knows no time-outs. A thread of its own
   * does it, since it may wait for the other side, and the caller has waited long enough.
   */
  private void giveUp(Future<?> answer, DockerHttpClient client) {
    answer.cancel(true);
    close(client);
  }

  private void close(DockerHttpClient client) {
    daemons.newThread(() -> closeQuietly(client)).start();
  }

  private static void closeQuietly(DockerHttpClient client) {
    try {
      client.close();
    } catch (IOException e) {
      LOG.debug("closing a call that was given up: {}", e.getMessage());
    }
  }

  private DockerHttpClient client(Duration timeout) {
    SSLConfig sslConfig = tls.<SSLConfig>map(context -> () -> context).orElse(null);
    return new ZerodepDockerHttpClient.Builder()
        .dockerHost(endpoint.uri())
        .sslConfig(sslConfig)
        .maxConnections(1)
        .connectionTimeout(CONNECT_TIMEOUT)
        .responseTimeout(timeout)
        .build();
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
  }
}
