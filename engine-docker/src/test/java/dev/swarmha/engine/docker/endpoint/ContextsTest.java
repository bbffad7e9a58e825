package dev.swarmha.engine.docker.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.engine.docker.endpoint.EndpointOptions.TlsOptions;
import dev.swarmha.engine.docker.endpoint.TlsFiles.ClientIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contexts in the docker CLI's own store. */
class ContextsTest {

  /** The SHA-256 of {@code prod}, by which the docker CLI names its directories. */
  private static final String PROD =
      "6754af9632a2745e85c293e5aac0863370d9bd3330b9938c00cadfd215227d77";

  private final Path config;

  ContextsTest(@TempDir Path config) {
    this.config = config;
  }

  private Endpoint resolve(EndpointOptions options, String... variables) {
    Map<String, String> environment = new HashMap<>(Map.of("DOCKER_CONFIG", config.toString()));
    for (int i = 0; i < variables.length; i += 2) {
      environment.put(variables[i], variables[i + 1]);
    }
    return new EndpointResolver(environment).resolve(options);
  }

  private void context(String name, String host) throws IOException {
    context(name, "{\"Host\":\"" + host + "\",\"SkipTLSVerify\":false}", true);
  }

  private void context(String name, String endpoint, boolean hasEndpoint) throws IOException {
    Path directory = Files.createDirectories(config.resolve("contexts/meta").resolve(hash(name)));
    String endpoints = hasEndpoint ? "\"docker\":" + endpoint : "";
    Files.writeString(
        directory.resolve("meta.json"),
        "{\"Name\":\"" + name + "\",\"Metadata\":{},\"Endpoints\":{" + endpoints + "}}");
  }

  private void current(String name) throws IOException {
    Files.writeString(config.resolve("config.json"), "{\"currentContext\":\"" + name + "\"}");
  }

  private Path tlsFile(String context, String name) throws IOException {
    Path directory = config.resolve("contexts/tls").resolve(hash(context)).resolve("docker");
    return Files.writeString(Files.createDirectories(directory).resolve(name), "");
  }

  private static String hash(String name) {
    return Map.of("prod", PROD).getOrDefault(name, ContextStore.hash(name));
  }

  @Test
  void takesTheHostOfAContext() throws IOException {
    context("prod", "tcp://10.0.0.1:2376");

    assertThat(resolve(EndpointOptions.context("prod")))
        .hasToString("tcp://10.0.0.1:2376 (context prod, from --context)");
  }

  @Test
  void keepsTheOrderOfTheDockerCli() throws IOException {
    context("prod", "tcp://prod:1");
    context("test", "tcp://test:1");
    current("prod");

    assertThat(resolve(EndpointOptions.host("tcp://a:1"), "DOCKER_CONTEXT", "test").how())
        .isEqualTo("from --host");
    assertThat(resolve(EndpointOptions.context("test"), "DOCKER_HOST", "tcp://b:1").uri())
        .hasHost("test");
    assertThat(
            resolve(EndpointOptions.NONE, "DOCKER_HOST", "tcp://b:1", "DOCKER_CONTEXT", "test")
                .how())
        .isEqualTo("from DOCKER_HOST");
    assertThat(resolve(EndpointOptions.NONE, "DOCKER_CONTEXT", "test").how())
        .isEqualTo("context test, from DOCKER_CONTEXT");
    assertThat(resolve(EndpointOptions.NONE).how())
        .isEqualTo("context prod, the current one in " + config.resolve("config.json"));
  }

  @Test
  void readsDefaultAsNoContext() throws IOException {
    current("prod");

    assertThat(resolve(EndpointOptions.context("default")).how()).isEqualTo("the default socket");
    assertThat(resolve(EndpointOptions.NONE, "DOCKER_CONTEXT", "default").how())
        .isEqualTo("the default socket");
    assertThat(resolve(EndpointOptions.context("default"), "DOCKER_HOST", "tcp://b:1").how())
        .isEqualTo("from DOCKER_HOST");
  }

  @Test
  void takesTheTlsFilesOfTheContextAndNoOthers() throws IOException {
    context("prod", "tcp://prod:2376");
    Path ca = tlsFile("prod", "ca.pem");
    Path certificate = tlsFile("prod", "cert.pem");
    Path key = tlsFile("prod", "key.pem");

    Endpoint endpoint =
        resolve(
            EndpointOptions.context("prod"), "DOCKER_TLS_VERIFY", "1", "DOCKER_CERT_PATH", "/none");

    assertThat(endpoint.tls())
        .contains(new TlsFiles(Optional.of(ca), Optional.of(new ClientIdentity(certificate, key))));
  }

  @Test
  void speaksPlainWhereAContextHasNoTlsFilesWhateverTheEnvironmentSays() throws IOException {
    context("prod", "tcp://prod:2375");

    assertThat(resolve(EndpointOptions.context("prod"), "DOCKER_TLS_VERIFY", "1").tls()).isEmpty();
  }

  @Test
  void doesNotVerifyTheEngineWhereTheContextSaysSo() throws IOException {
    context("prod", "{\"Host\":\"tcp://prod:2376\",\"SkipTLSVerify\":true}", true);

    assertThat(resolve(EndpointOptions.context("prod")).tls().orElseThrow().verifies()).isFalse();
  }

  @Test
  void namesTheContextsThatExistWhereOneDoesNot() throws IOException {
    EndpointOptions missing = EndpointOptions.context("pord");

    assertThatThrownBy(() -> resolve(missing))
        .isInstanceOf(EndpointException.class)
        .hasMessage(
            "no docker context pord (from --context); there are none in "
                + config.resolve("contexts"));

    context("test", "tcp://test:1");
    context("prod", "tcp://prod:1");
    assertThatThrownBy(() -> resolve(missing))
        .hasMessage("no docker context pord (from --context); there are prod, test");
  }

  @Test
  void refusesAContextThatNamesNoEngine() throws IOException {
    context("prod", "", false);

    assertThatThrownBy(() -> resolve(EndpointOptions.context("prod")))
        .hasMessageStartingWith("the docker context prod (from --context) names no Engine; see ");
  }

  @Test
  void refusesAContextThatIsDamaged() throws IOException {
    context("prod", "tcp://prod:2376");
    tlsFile("prod", "cert.pem");
    assertThatThrownBy(() -> resolve(EndpointOptions.context("prod")))
        .hasMessageContaining("has a TLS certificate without a key");

    context("prod", "{", true);
    assertThatThrownBy(() -> resolve(EndpointOptions.context("prod")))
        .hasMessageContaining("meta.json is not JSON");
  }

  @Test
  void refusesTlsOptionsThatAContextWouldLeaveUnheard() throws IOException {
    context("prod", "tcp://prod:2376");
    TlsOptions verify =
        new TlsOptions(Optional.of(true), Optional.empty(), Optional.empty(), Optional.empty());

    assertThatThrownBy(() -> resolve(EndpointOptions.context("prod").withTls(verify)))
        .isInstanceOf(EndpointException.class)
        .hasMessageContaining("brings its own TLS files");
  }

  @Test
  void takesSeveralContextsAndEachOnce() throws IOException {
    context("prod", "tcp://prod:1");
    context("test", "tcp://test:1");
    EndpointOptions several =
        new EndpointOptions(List.of(), List.of("test", "prod", "test"), TlsOptions.NONE);

    assertThat(new EndpointResolver(Map.of("DOCKER_CONFIG", config.toString())).resolveAll(several))
        .extracting(endpoint -> endpoint.uri().getHost())
        .containsExactly("test", "prod");
    assertThatThrownBy(() -> resolve(several))
        .hasMessage("one --context is wanted here, and 2 are given");
  }
}
