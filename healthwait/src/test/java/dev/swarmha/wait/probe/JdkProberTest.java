package dev.swarmha.wait.probe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.swarmha.engine.probe.HealthProbe;
import dev.swarmha.engine.probe.ProbeResult;
import dev.swarmha.engine.probe.Prober;
import dev.swarmha.engine.probe.StatusRanges;
import dev.swarmha.engine.time.SystemTimeline;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against real sockets on the loopback address. */
class JdkProberTest {

  private static final Duration PATIENT = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(200);

  private final JdkProber prober = new JdkProber(new SystemTimeline());
  private final CountDownLatch testOver = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger requests = new AtomicInteger();
  private final HttpServer server;

  JdkProberTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
  }

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    testOver.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void passesOnAnAnswerInTheStatusRange() throws InterruptedException {
    answer(204, "");

    ProbeResult result = prober.ask(get("/"));

    assertThat(result.passed()).isTrue();
    assertThat(result.answer()).isEqualTo("HTTP 204");
    assertThat(result.took()).isPositive();
  }

  @Test
  void namesTheStatusOfABadAnswerAndAsksOnce() throws InterruptedException {
    answer(503, "ok");

    ProbeResult result = prober.ask(get("/"));

    assertThat(result.passed()).isFalse();
    assertThat(result.answer()).isEqualTo("HTTP 503");
    assertThat(requests).hasValue(1);
  }

  @Test
  void followsARedirectAndSaysWhereItLed() throws InterruptedException {
    redirect("/", 302, "/elsewhere");
    server.createContext("/elsewhere", count(200, "ok"));
    redirect("/lost", 307, "/nowhere");
    server.createContext("/nowhere", count(404, "lost"));

    assertThat(prober.ask(get("/", "ok", PATIENT)).passed()).isTrue();
    assertThat(prober.ask(get("/lost")).answer())
        .isEqualTo("HTTP 404 at " + get("/nowhere").address());
  }

  @Test
  void takesARedirectForAnAnswerWhereItIsExpected() throws InterruptedException {
    redirect("/", 301, "/elsewhere");
    HealthProbe.Http any = get("/");

    ProbeResult result =
        prober.ask(
            new HealthProbe.Http(
                any.url(), StatusRanges.parse("200-299,301"), Optional.empty(), PATIENT));

    assertThat(result.passed()).isTrue();
    assertThat(result.answer()).isEqualTo("HTTP 301");
  }

  @Test
  void followsNoMoreThanAFewRedirects() throws InterruptedException {
    redirect("/", 302, "/");

    ProbeResult result = prober.ask(get("/"));

    assertThat(result.passed()).isFalse();
    assertThat(result.answer())
        .isEqualTo("HTTP 302 to " + get("/").address() + ", after 5 redirects before it");
    assertThat(requests).hasValue(6);
  }

  @Test
  void followsNoRedirectThatLeavesTheWeb() throws InterruptedException {
    redirect("/", 302, "ftp://files.test/health");

    assertThat(prober.ask(get("/")).answer())
        .isEqualTo("HTTP 302 to ftp://files.test/health, which is not followed from http");
  }

  @Test
  void takesARedirectToNowhereForAnAnswer() throws InterruptedException {
    answer(302, "");

    assertThat(prober.ask(get("/")).answer()).isEqualTo("HTTP 302");
  }

  @Test
  void looksForATextInTheBody() throws InterruptedException {
    answer(200, "all is ok");

    assertThat(prober.ask(get("/", "ok", PATIENT)).passed()).isTrue();

    ProbeResult result = prober.ask(get("/", "fine", PATIENT));
    assertThat(result.passed()).isFalse();
    assertThat(result.answer()).isEqualTo("body does not contain \"fine\"");
  }

  @Test
  void readsNoMoreOfABodyThanAHealthAnswerNeeds() throws InterruptedException {
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream body = exchange.getResponseBody()) {
            while (testOver.getCount() > 0) {
              body.write("endless ".repeat(1000).getBytes(UTF_8));
            }
          }
        });

    assertThat(prober.ask(get("/", "endless", PATIENT)).answer()).isEqualTo("HTTP 200");
  }

  @Test
  void waitsNoLongerThanTheTimeoutForTheStatus() throws InterruptedException {
    server.createContext("/", exchange -> awaitEndOfTest());

    assertThat(prober.ask(get("/", "ok", SHORT)).answer()).isEqualTo("no answer within 200ms");
  }

  @Test
  void waitsNoLongerThanTheTimeoutForTheBody() throws InterruptedException {
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 10);
          exchange.getResponseBody().write("o".getBytes(UTF_8));
          exchange.getResponseBody().flush();
          awaitEndOfTest();
        });

    assertThat(prober.ask(get("/", "ok", SHORT)).answer()).isEqualTo("no answer within 200ms");
  }

  @Test
  void saysThatAConnectionIsRefused() throws InterruptedException, IOException {
    int port = unusedPort();

    assertThat(prober.ask(http("http://127.0.0.1:" + port + "/", PATIENT)).answer())
        .isEqualTo("connection refused");
    assertThat(prober.ask(tcp(port)).answer()).isEqualTo("connection refused");
  }

  @Test
  void saysThatAHostIsUnknown() throws InterruptedException {
    assertThat(prober.ask(http("http://nowhere.invalid/", PATIENT)).answer())
        .isEqualTo("host not found");
    assertThat(prober.ask(new HealthProbe.Tcp("nowhere.invalid", 80, PATIENT)).answer())
        .isEqualTo("host not found");
  }

  @Test
  void saysThatAServerHungUp() throws InterruptedException {
    server.createContext(
        "/",
        exchange -> {
          throw new IOException("hang up");
        });

    assertThat(prober.ask(get("/")).answer()).isEqualTo("connection closed without an answer");
  }

  @Test
  void saysThatAPortDoesNotSpeakTls() throws InterruptedException, IOException {
    try (ServerSocket plain = loopback()) {
      threads.execute(() -> answerInPlainText(plain));

      ProbeResult result = prober.ask(http("https://127.0.0.1:" + plain.getLocalPort(), PATIENT));

      assertThat(result.passed()).isFalse();
      assertThat(result.answer()).startsWith("TLS failed: ");
    }
  }

  @Test
  void answersInsteadOfThrowingForAnAddressThatCannotBeAsked() throws InterruptedException {
    assertThat(prober.ask(http("ftp://127.0.0.1/", PATIENT)).answer()).contains("ftp");
  }

  @Test
  void passesOnAnOpenPort() throws InterruptedException {
    ProbeResult result = prober.ask(tcp(server.getAddress().getPort()));

    assertThat(result.passed()).isTrue();
    assertThat(result.answer()).isEqualTo("connected");
  }

  @Test
  void asksSeveralAtATime() {
    CountDownLatch otherIsAsked = new CountDownLatch(1);
    server.createContext(
        "/first",
        exchange -> {
          await(otherIsAsked);
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.createContext(
        "/second",
        exchange -> {
          otherIsAsked.countDown();
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });

    Prober.Attempt first = prober.begin(get("/first"));
    Prober.Attempt second = prober.begin(get("/second"));

    assertThat(answerOf(second)).isEqualTo("HTTP 204");
    assertThat(answerOf(first)).isEqualTo("HTTP 200");
  }

  @Test
  void hasNoAnswerBeforeThereIsOne() {
    server.createContext("/", exchange -> awaitEndOfTest());

    Prober.Attempt attempt = prober.begin(get("/"));

    assertThat(attempt.result()).isEmpty();
    attempt.abandon();
    assertThat(attempt.result()).isEmpty();
  }

  @Test
  void stopsWhenInterrupted() {
    server.createContext("/", exchange -> awaitEndOfTest());
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> prober.ask(get("/"))).isInstanceOf(InterruptedException.class);
  }

  /** Waits for an answer, which the probe's own time limit bounds. */
  private static String answerOf(Prober.Attempt attempt) {
    while (attempt.result().isEmpty()) {
      Thread.onSpinWait();
    }
    return attempt.result().orElseThrow().answer();
  }

  private void redirect(String path, int status, String location) {
    server.createContext(
        path,
        exchange -> {
          requests.incrementAndGet();
          exchange.getResponseHeaders().add("Location", location);
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
  }

  private void answer(int status, String body) {
    server.createContext("/", count(status, body));
  }

  private HttpHandler count(int status, String body) {
    return exchange -> {
      requests.incrementAndGet();
      exchange.sendResponseHeaders(status, body.isEmpty() ? -1 : body.length());
      if (!body.isEmpty()) {
        exchange.getResponseBody().write(body.getBytes(UTF_8));
      }
      exchange.close();
    };
  }

  private void awaitEndOfTest() {
    await(testOver);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  private HealthProbe.Http get(String path) {
    return http("http://127.0.0.1:" + server.getAddress().getPort() + path, PATIENT);
  }

  private HealthProbe get(String path, String contains, Duration timeout) {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    return new HealthProbe.Http(url, StatusRanges.SUCCESS, Optional.of(contains), timeout);
  }

  private static HealthProbe.Http http(String url, Duration timeout) {
    return new HealthProbe.Http(URI.create(url), StatusRanges.SUCCESS, Optional.empty(), timeout);
  }

  private static HealthProbe tcp(int port) {
    return new HealthProbe.Tcp("127.0.0.1", port, PATIENT);
  }

  private static int unusedPort() throws IOException {
    try (ServerSocket socket = loopback()) {
      return socket.getLocalPort();
    }
  }

  private static ServerSocket loopback() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  /** Waits for the client to begin: the JDK's client may hang when a server speaks first. */
  private static void answerInPlainText(ServerSocket server) {
    try (Socket connection = server.accept()) {
      connection.getInputStream().read();
      connection.getOutputStream().write("220 mail.example ready\r\n".getBytes(UTF_8));
      connection.getInputStream().readAllBytes();
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }
}
