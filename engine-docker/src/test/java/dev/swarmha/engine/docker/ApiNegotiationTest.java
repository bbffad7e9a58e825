package dev.swarmha.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.EngineUnreachableException;
import dev.swarmha.engine.docker.FakeEngine.Answer;
import dev.swarmha.engine.docker.FakeEngine.Request;
import dev.swarmha.engine.docker.endpoint.EndpointException;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiNegotiationTest {

  private static String infoPath(FakeEngine engine, Map<String, String> environment) {
    for (String version : new String[] {"1.40", "1.41", "1.44", "1.51"}) {
      engine.answering("GET", "/v" + version + "/info", 200, "{\"ServerVersion\":\"x\"}");
    }
    try (DockerEngine connection = DockerEngine.connect(engine.endpoint(), environment)) {
      connection.swarm().info();
      return connection.swarm().info().apiVersion();
    }
  }

  @ParameterizedTest
  @CsvSource({"1.41, 1.41", "1.44, 1.44", "1.51, 1.51", "1.55, 1.51", "2.0, 1.51"})
  void agreesOnTheNewestThatBothSpeak(String engines, String agreed) throws IOException {
    try (FakeEngine engine = FakeEngine.onLoopback().speaking(engines)) {
      assertThat(infoPath(engine, Map.of())).isEqualTo(agreed);
      assertThat(engine.requests())
          .extracting(Request::path)
          .containsExactly("/_ping", "/v" + agreed + "/info", "/v" + agreed + "/info");
    }
  }

  @Test
  void asksWithGetWhereHeadDoesNotPass() throws IOException {
    try (FakeEngine engine = FakeEngine.onLoopback()) {
      engine.answering("HEAD", "/_ping", 403, "");
      engine.answering("GET", "/_ping", Answer.of(200, "OK").withHeader("api-version", "1.44"));

      assertThat(infoPath(engine, Map.of())).isEqualTo("1.44");
    }
  }

  @Test
  void triesTheNewestWhereTheEngineDoesNotTell() throws IOException {
    try (FakeEngine engine = FakeEngine.onLoopback()) {
      engine.answering("HEAD", "/_ping", 200, "");

      assertThat(infoPath(engine, Map.of())).isEqualTo("1.51");
    }
  }

  @Test
  void takesAFixedVersionWithoutAsking() throws IOException {
    try (FakeEngine engine = FakeEngine.onLoopback()) {
      assertThat(infoPath(engine, Map.of("DOCKER_API_VERSION", "1.44"))).isEqualTo("1.44");
      assertThat(engine.requests()).extracting(Request::path).doesNotContain("/_ping");
    }
  }

  @Test
  void refusesAFixedVersionThatIsNone() throws IOException {
    try (FakeEngine engine = FakeEngine.onLoopback()) {
      assertThatThrownBy(
              () -> DockerEngine.connect(engine.endpoint(), Map.of("DOCKER_API_VERSION", "newest")))
          .isInstanceOf(EndpointException.class)
          .hasMessage("DOCKER_API_VERSION is not a version such as 1.41: newest");
    }
  }

  @Test
  void refusesAnEngineThatIsTooOld() throws IOException {
    try (FakeEngine engine = FakeEngine.onLoopback().speaking("1.40")) {
      assertThatThrownBy(() -> infoPath(engine, Map.of()))
          .isInstanceOf(EngineRefusedException.class)
          .hasMessage(
              "the Engine at "
                  + engine.endpoint()
                  + " speaks API 1.40; swarmha needs 1.41 (Docker 20.10) or newer");
    }
  }

  @Test
  void quotesAnEngineForWhichTheVersionIsTooOld() throws IOException {
    String words = "client version 1.41 is too old. Minimum supported API version is 1.60";
    try (FakeEngine engine = FakeEngine.onLoopback()) {
      engine.answering("GET", "/v1.41/info", 400, words);

      assertThatThrownBy(() -> infoPath(engine, Map.of("DOCKER_API_VERSION", "1.41")))
          .isInstanceOf(EngineRefusedException.class)
          .hasMessageContaining(words)
          .hasMessageContaining("see DOCKER_API_VERSION");
    }
  }

  @Test
  void saysThatAnEngineSpeaksTls() throws IOException {
    try (FakeEngine engine = FakeEngine.onLoopback()) {
      String words = "Client sent an HTTP request to an HTTPS server.\n";
      engine.answering("HEAD", "/_ping", 400, words);
      engine.answering("GET", "/_ping", 400, words);

      assertThatThrownBy(() -> infoPath(engine, Map.of()))
          .isInstanceOf(EngineUnreachableException.class)
          .hasMessageContaining("it speaks TLS; use --tlsverify");
    }
  }

  @Test
  void saysThatSomethingElseAnswers() throws IOException {
    try (FakeEngine engine = FakeEngine.onLoopback()) {
      assertThatThrownBy(() -> infoPath(engine, Map.of()))
          .isInstanceOf(EngineRefusedException.class)
          .hasMessage(
              "what answers at " + engine.endpoint() + " is no Docker Engine: page not found");
    }
  }
}
