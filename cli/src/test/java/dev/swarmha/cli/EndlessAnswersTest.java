package dev.swarmha.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.swarmha.engine.time.SystemTimeline;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program before an Engine whose answers begin and never end. */
@Timeout(60)
class EndlessAnswersTest {

  private final SystemTimeline timeline = new SystemTimeline();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer engine;
  private final Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  EndlessAnswersTest(@TempDir Path directory) throws IOException {
    this.directory = directory;
    this.engine = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void start() {
    engine.setExecutor(threads);
    engine.createContext("/_ping", EndlessAnswersTest::ping);
    engine.createContext("/", this::drip);
    engine.start();
  }

  @AfterEach
  void stop() {
    engine.stop(0);
    threads.shutdownNow();
  }

  private static void ping(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Api-Version", "1.51");
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private void drip(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write('[');
      while (true) {
        body.write(' ');
        body.flush();
        timeline.sleep(Duration.ofMillis(5));
      }
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  private int run(String... line) {
    Map<String, String> environment = Map.of("DOCKER_HOST", host(), "DOCKER_CONFIG", "none");
    return new Wiring(
            RealSurroundings.of(environment, directory, new ByteArrayInputStream(new byte[0])),
            new PrintWriter(out, true),
            new PrintWriter(err, true))
        .run(line);
  }

  private String host() {
    return "tcp://127.0.0.1:" + engine.getAddress().getPort();
  }

  @Test
  void waitEndsWhenItsTimeIsUp() {
    int code = run("wait", "--timeout", "1s");

    assertThat(code).isEqualTo(6);
    assertThat(out.toString())
        .contains("time is up, and the Engine does not answer (the Engine at " + host())
        .contains("did not end its answer within ");
  }

  @Test
  void healthEndsWhenItsTimeIsUp() {
    int code = run("health", "shop", "--timeout", "1s");

    assertThat(code).isEqualTo(6);
    assertThat(out.toString()).contains("the Engine does not answer (the Engine at " + host());
  }
}
