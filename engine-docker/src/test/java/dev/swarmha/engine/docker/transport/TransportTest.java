package dev.swarmha.engine.docker.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.EngineUnreachableException;
import dev.swarmha.engine.docker.FakeEngine;
import dev.swarmha.engine.docker.FakeEngine.Answer;
import dev.swarmha.engine.docker.FakeEngine.Request;
import dev.swarmha.engine.docker.endpoint.Endpoint;
import dev.swarmha.engine.time.SystemTimeline;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class TransportTest {

  private static final Call WRITE = Call.of("POST", "/services/create").withBody("{\"a\":1}");
  private static final Call READ = Call.of("GET", "/services");
  private static final Duration SHORT = Duration.ofMillis(200);

  private final Path directory;

  TransportTest(@TempDir Path directory) {
    this.directory = directory;
  }

  private static Transport to(Endpoint endpoint) {
    return Transport.to(endpoint, new SystemTimeline(), CallLog.NONE);
  }

  private static Endpoint at(String uri) {
    return new Endpoint(URI.create(uri), Optional.empty(), "from --host");
  }

  @Test
  void carriesHeadersAndBodyOverAUnixSocket() throws IOException {
    try (FakeEngine engine = FakeEngine.onSocket(directory.resolve("d.sock"));
        Transport transport = to(engine.endpoint())) {
      engine.answering("POST", "/services/create", 201, "{\"ID\":\"x\"}");

      Reply reply = transport.send(WRITE);

      assertThat(reply.status()).isEqualTo(201);
      assertThat(reply.text()).isEqualTo("{\"ID\":\"x\"}");
      Request request = engine.requests().get(0);
      assertThat(request.body()).isEqualTo("{\"a\":1}");
      assertThat(request.headers()).containsEntry("Content-Type", "application/json");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "DELETE"})
  void sendsARequestOnceAlsoWhenItIsAnswered503Or429(String method) throws IOException {
    try (FakeEngine engine = FakeEngine.onLoopback();
        Transport transport = to(engine.endpoint())) {
      engine.answering(method, "/busy", 503, "{\"message\":\"no\"}");
      engine.answering(method, "/many", 429, "{\"message\":\"no\"}");

      int busy = transport.send(Call.of(method, "/busy")).status();
      int many = transport.send(Call.of(method, "/many")).status();

      assertThat(busy).isEqualTo(503);
      assertThat(many).isEqualTo(429);
      assertThat(engine.requests(method)).hasSize(2);
    }
  }

  @Test
  void sendsAWriteOnceAlsoWhenTheConnectionBreaks() throws IOException {
    try (FakeEngine engine = FakeEngine.onLoopback();
        Transport transport = to(engine.endpoint())) {
      engine.answering("POST", "/services/create", Answer.brokenOff());

      assertThatThrownBy(() -> transport.send(WRITE))
          .isInstanceOf(EngineUnreachableException.class)
          .hasMessageContaining("broke off")
          .hasMessageContaining("may or may not have been done")
          .matches(failure -> ((EngineException) failure).mayHaveTakenEffect());
      assertThat(engine.requests()).hasSize(1);
    }
  }

  @Test
  void givesUpASilentEngineOnAUnixSocket() throws IOException {
    try (FakeEngine engine = FakeEngine.onSocket(directory.resolve("d.sock"));
        Transport transport = to(engine.endpoint())) {
      assertGivesUp(engine, transport);
    }
  }

  @Test
  void givesUpASilentEngineOnTheNetwork() throws IOException {
    try (FakeEngine engine = FakeEngine.onLoopback();
        Transport transport = to(engine.endpoint())) {
      assertGivesUp(engine, transport);
    }
  }

  private static void assertGivesUp(FakeEngine engine, Transport transport) {
    engine.answering("GET", "/services", Answer.never());
    engine.answering("GET", "/info", 200, "{}");

    assertThatThrownBy(() -> transport.send(READ.withTimeout(SHORT)))
        .isInstanceOf(EngineUnreachableException.class)
        .hasMessage("the Engine at " + engine.endpoint() + " did not answer within 200 ms")
        .hasNoCause();
    assertThat(transport.send(Call.of("GET", "/info")).status()).isEqualTo(200);
  }

  /** An Engine itself gives up what concerns the swarm after 20 seconds, and says so. */
  @Test
  void waitsLongerForAChangeThanAnEngineTakesToGiveItUp() {
    Duration engines = Duration.ofSeconds(20);

    assertThat(READ.timeout()).isGreaterThan(engines).isLessThan(Duration.ofSeconds(30));
    assertThat(WRITE.timeout()).isGreaterThan(engines).isLessThan(Duration.ofSeconds(40));
    assertThat(Call.of("DELETE", "/services/x").timeout()).isEqualTo(WRITE.timeout());
    assertThat(AnswerTime.values())
        .allMatch(kind -> kind.limit().compareTo(Duration.ofMinutes(1)) <= 0);
  }

  @Test
  void knowsThatWhatReachedNobodyHasNoEffect() {
    assertThatThrownBy(() -> to(at("tcp://127.0.0.1:1")).send(WRITE))
        .matches(failure -> !((EngineException) failure).mayHaveTakenEffect());
  }

  @Test
  void closesTheSocketOfACallWhoseThreadIsInterrupted() throws Exception {
    try (FakeEngine engine = FakeEngine.onSocket(directory.resolve("d.sock"))) {
      assertEndsWhenInterrupted(engine);
    }
  }

  @Test
  void closesTheConnectionOfACallWhoseThreadIsInterrupted() throws Exception {
    try (FakeEngine engine = FakeEngine.onLoopback()) {
      assertEndsWhenInterrupted(engine);
    }
  }

  private static void assertEndsWhenInterrupted(FakeEngine engine) throws InterruptedException {
    engine.answering("POST", "/services/create", Answer.never());
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicBoolean flag = new AtomicBoolean();
    try (Transport transport = to(engine.endpoint())) {
      Thread caller =
          new Thread(
              () -> {
                thrown.set(catchThrowable(() -> transport.send(WRITE)));
                flag.set(Thread.currentThread().isInterrupted());
              });

      caller.start();
      engine.awaitKeptWaiting();
      caller.interrupt();
      caller.join();
      engine.awaitAbandoned();
    }

    assertThat(thrown.get()).isInstanceOf(EngineInterruptedException.class);
    assertThat(flag.get()).isTrue();
    assertThat(engine.requests()).hasSize(1);
  }

  @Test
  void saysThatThereIsNoSocket() {
    Path socket = directory.resolve("none.sock");

    assertThatThrownBy(() -> to(at("unix://" + socket)).send(READ))
        .isInstanceOf(EngineUnreachableException.class)
        .hasMessage(
            "cannot reach the Engine at unix://"
                + socket
                + " (from --host): no such file; start Docker there or choose another endpoint"
                + " with --host or DOCKER_HOST");
  }

  @Test
  void saysThatNobodyListens() throws IOException {
    Path file = Files.createFile(directory.resolve("dead.sock"));

    assertThatThrownBy(() -> to(at("unix://" + file)).send(READ))
        .hasMessageContaining(": connection refused; start Docker there");
    assertThatThrownBy(() -> to(at("tcp://127.0.0.1:1")).send(READ))
        .isInstanceOf(EngineUnreachableException.class)
        .hasMessage(
            "cannot reach the Engine at tcp://127.0.0.1:1 (from --host): connection refused;"
                + " start Docker there or choose another endpoint with --host or DOCKER_HOST");
  }

  @Test
  void saysThatTheHostIsUnknown() {
    assertThatThrownBy(() -> to(at("tcp://no-such-host.invalid:2375")).send(READ))
        .isInstanceOf(EngineUnreachableException.class)
        .hasMessageContaining("unknown host; check the address");
  }

  @Test
  void showsNeitherHeadersNorBodyOfACall() {
    Call call = WRITE.withHeaders(Map.of("X-Registry-Auth", "secret"));

    assertThat(call).hasToString("POST /services/create");
  }
}
