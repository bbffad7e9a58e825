package dev.swarmha.engine.docker.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.engine.EngineUnreachableException;
import dev.swarmha.engine.docker.FakeEngine;
import dev.swarmha.engine.docker.FakeEngine.Answer;
import dev.swarmha.engine.docker.endpoint.Endpoint;
import dev.swarmha.engine.docker.endpoint.EndpointOptions;
import dev.swarmha.engine.docker.endpoint.EndpointResolver;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.engine.time.SystemTimeline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Answers that are dealt out byte by byte, without an end and without a long silence. */
@Timeout(60)
class EndlessAnswerTest {

  private static final Call DRIP = Call.of("GET", "/drip");
  private static final Duration SHORT = Duration.ofMillis(300);

  private final SystemTimeline timeline = new SystemTimeline();
  private final Path directory;

  EndlessAnswerTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void endsWithTheTimeOfTheCallOnASocket() throws Exception {
    try (FakeEngine engine = FakeEngine.onSocket(directory.resolve("d.sock"))) {
      assertEndsWithTheTimeOfTheCall(engine);
    }
  }

  @Test
  void endsWithTheTimeOfTheCallOnTheNetwork() throws Exception {
    try (FakeEngine engine = FakeEngine.onLoopback()) {
      assertEndsWithTheTimeOfTheCall(engine);
    }
  }

  private void assertEndsWithTheTimeOfTheCall(FakeEngine engine) throws InterruptedException {
    engine.answering("GET", "/drip", Answer.drip(200));
    try (Transport transport = Transport.to(engine.endpoint(), timeline, CallLog.NONE)) {
      assertThatThrownBy(() -> transport.send(DRIP.withTimeout(SHORT)))
          .isInstanceOf(EngineUnreachableException.class)
          .hasMessage(
              "the Engine at " + engine.endpoint() + " did not end its answer within 300 ms");
      engine.awaitAbandoned();
    }
  }

  @Test
  void endsWithTheDeadlineOnASocket() throws Exception {
    try (FakeEngine engine = FakeEngine.onSocket(directory.resolve("d.sock"))) {
      assertEndsWithTheDeadline(engine);
    }
  }

  @Test
  void endsWithTheDeadlineOnTheNetwork() throws Exception {
    try (FakeEngine engine = FakeEngine.onLoopback()) {
      assertEndsWithTheDeadline(engine);
    }
  }

  private void assertEndsWithTheDeadline(FakeEngine engine) throws InterruptedException {
    engine.answering("GET", "/drip", Answer.drip(200));
    try (Transport transport = Transport.to(engine.endpoint(), timeline, CallLog.NONE)) {
      Transport limited = transport.until(Deadline.in(SHORT, timeline));

      assertThatThrownBy(() -> limited.send(DRIP))
          .isInstanceOf(EngineUnreachableException.class)
          .hasMessageMatching(
              Pattern.quote("the Engine at " + engine.endpoint())
                  + " did not (end its )?answer within the \\d+ ms that were left");
      engine.awaitAbandoned();
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the ssh client is a script for a shell")
  void endsWithTheDeadlineBySshAndEndsTheClient() throws IOException {
    FakeSsh ssh = FakeSsh.engine(directory);
    Endpoint endpoint =
        new EndpointResolver(Map.of()).resolve(EndpointOptions.host("ssh://root@m1"));
    SshLines lines = new SshLines(ssh.command(), Duration.ofSeconds(30));
    try (Transport transport = new Transport(endpoint, lines, timeline, CallLog.NONE)) {
      Transport limited = transport.until(Deadline.in(Duration.ofSeconds(1), timeline));

      assertThatThrownBy(() -> limited.send(DRIP))
          .isInstanceOf(EngineUnreachableException.class)
          .hasMessageContaining("ssh://root@m1")
          .hasMessageContaining("ms that were left");
      ssh.awaitEnd();
    }
  }

  @Test
  void leavesAChangeItsOwnTimeAfterTheDeadline() throws IOException {
    try (FakeEngine engine = FakeEngine.onLoopback();
        Transport transport = Transport.to(engine.endpoint(), timeline, CallLog.NONE)) {
      engine.answering("DELETE", "/services/x", 200, "");
      Transport limited = transport.until(Deadline.in(Duration.ZERO, timeline));

      assertThat(limited.send(Call.of("DELETE", "/services/x")).status()).isEqualTo(200);
    }
  }

  @Test
  void letsAStreamGoOnForLongerThanAnAnswerMayTake() throws IOException {
    try (FakeEngine engine = FakeEngine.onLoopback();
        Transport transport = Transport.to(engine.endpoint(), timeline, CallLog.NONE)) {
      engine.answering("GET", "/drip", Answer.drip(200));
      Deadline answered = Deadline.in(SHORT, timeline);

      try (Streaming stream = transport.open(DRIP.withTimeout(SHORT))) {
        while (!answered.hasPassed()) {
          assertThat(new String(stream.body().readNBytes(2), StandardCharsets.UTF_8))
              .isEqualTo("[ ");
        }
      }
    }
  }

  @Test
  void givesUpARefusalThatDoesNotEndInThePlaceOfAStream() throws Exception {
    try (FakeEngine engine = FakeEngine.onLoopback();
        Transport transport = Transport.to(engine.endpoint(), timeline, CallLog.NONE)) {
      engine.answering("GET", "/drip", Answer.drip(500));

      assertThatThrownBy(() -> transport.open(DRIP.withTimeout(SHORT)))
          .isInstanceOf(EngineUnreachableException.class)
          .hasMessageEndingWith("did not end its answer within 300 ms");
      engine.awaitAbandoned();
    }
  }

  @Test
  void givesUpWhatItWasMakingSenseOf() throws Exception {
    try (FakeEngine engine = FakeEngine.onLoopback();
        Transport transport = Transport.to(engine.endpoint(), timeline, CallLog.NONE)) {
      engine.answering("GET", "/drip", Answer.drip(200));

      assertThatThrownBy(
              () ->
                  transport.send(
                      DRIP.withTimeout(SHORT), answer -> answer.body().readNBytes(1_000_000)))
          .isInstanceOf(EngineUnreachableException.class);
      engine.awaitAbandoned();
    }
  }
}
