package dev.swarmha.wait.probe;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.probe.HealthProbe;
import dev.swarmha.engine.probe.ProbeResult;
import dev.swarmha.engine.probe.Prober;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Asks over the network, once a try and without retries of its own. A redirect is not followed,
 * since where it leads may be healthy when this address is not: it is an answer like any other. The
 * probe's timeout covers everything from the name look-up to the end of the body.
 */
public final class JdkProber implements Prober {

  private final InstantSource clock;
  private final HttpClient client;

  public JdkProber(InstantSource clock) {
    this.clock = requireNonNull(clock, "clock");
    // Offering HTTP/2 on a plain connection, as the client would, confuses some servers.
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  @Override
  public ProbeResult probe(HealthProbe probe) throws InterruptedException {
    Instant start = clock.instant();
    Answer answer =
        probe instanceof HealthProbe.Http http ? ask(http) : connect((HealthProbe.Tcp) probe);
    Duration took = Duration.between(start, clock.instant());
    return new ProbeResult(probe, answer.passed(), answer.words(), took);
  }

  private Answer ask(HealthProbe.Http probe) throws InterruptedException {
    HttpRequest request;
    try {
      request = HttpRequest.newBuilder(probe.url()).header("User-Agent", "swarmha").build();
    } catch (IllegalArgumentException unusable) {
      return Answer.failed(String.valueOf(unusable.getMessage()));
    }
    CompletableFuture<HttpResponse<String>> response =
        client.sendAsync(request, head -> new BodyStart());
    return within(probe.timeout(), response, it -> Answer.to(probe, it));
  }

  private static Answer connect(HealthProbe.Tcp probe) throws InterruptedException {
    CompletableFuture<Answer> connection = new CompletableFuture<>();
    // On a thread of its own, because looking up a name knows neither time limit nor interrupt.
    Thread thread = new Thread(() -> connect(probe, connection), "probe " + probe.address());
    thread.setDaemon(true);
    thread.start();
    return within(probe.timeout(), connection, answer -> answer);
  }

  private static void connect(HealthProbe.Tcp probe, CompletableFuture<Answer> connection) {
    try (Socket socket = new Socket()) {
      InetSocketAddress address = new InetSocketAddress(probe.host(), probe.port());
      socket.connect(address, Math.toIntExact(probe.timeout().toMillis()));
      connection.complete(Answer.passed("connected"));
    } catch (IOException | RuntimeException failure) {
      connection.completeExceptionally(failure);
    }
  }

  private static <T> Answer within(
      Duration limit, CompletableFuture<T> asked, Function<T, Answer> reading)
      throws InterruptedException {
    try {
      return reading.apply(asked.get(limit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException late) {
      return Answer.late(limit);
    } catch (ExecutionException failed) {
      return NetworkFailure.answer(failed, limit);
    } finally {
      asked.cancel(true);
    }
  }
}
