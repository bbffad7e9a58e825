package dev.swarmha.engine.docker.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.engine.docker.endpoint.EndpointOptions.TlsOptions;
import dev.swarmha.engine.docker.endpoint.TlsFiles.ClientIdentity;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointResolverTest {

  private final Path home;

  EndpointResolverTest(@TempDir Path home) {
    this.home = home;
  }

  private Endpoint resolve(Map<String, String> environment, EndpointOptions options) {
    return new EndpointResolver(environment).resolve(options);
  }

  @Test
  void takesTheDefaultSocketWhereNothingIsSaid() {
    Endpoint endpoint = resolve(Map.of("HOME", home.toString()), EndpointOptions.NONE);

    assertThat(endpoint).hasToString("unix:///var/run/docker.sock (the default socket)");
    assertThat(endpoint.isUnixSocket()).isTrue();
  }

  @Test
  void prefersTheOptionToTheEnvironment() {
    Map<String, String> environment = Map.of("DOCKER_HOST", "tcp://b:1", "DOCKER_CONTEXT", "c");

    assertThat(resolve(environment, EndpointOptions.host("tcp://a:1")))
        .hasToString("tcp://a:1 (from --host)");
    assertThat(resolve(environment, EndpointOptions.NONE))
        .hasToString("tcp://b:1 (from DOCKER_HOST)");
  }

  @Test
  void countsEmptyVariablesAndBlankOptionsAsUnset() {
    Map<String, String> environment = Map.of("DOCKER_HOST", "", "DOCKER_TLS_VERIFY", "");

    assertThat(resolve(environment, EndpointOptions.host(" ")).how())
        .isEqualTo("the default socket");
  }

  @ParameterizedTest
  @CsvSource({
    "unix:///run/d.sock,   unix:///run/d.sock",
    "unix://,              unix:///var/run/docker.sock",
    "unix:///run/a b.sock, unix:///run/a%20b.sock",
    "tcp://10.0.0.1:2376,  tcp://10.0.0.1:2376",
    "tcp://10.0.0.1,       tcp://10.0.0.1:2375",
    "tcp://,               tcp://localhost:2375",
    "tcp://:4000,          tcp://localhost:4000",
    "10.0.0.1:4000,        tcp://10.0.0.1:4000",
    "engine.example,       tcp://engine.example:2375",
    "tcp://[::1]:4000,     tcp://[::1]:4000",
    "tcp://::1,            tcp://[::1]:2375",
    "tcp://proxy:80/swarm, tcp://proxy:80/swarm",
    "tcp://proxy:80/,      tcp://proxy:80",
  })
  void completesAnAddressAsTheDockerCliDoes(String host, String expected) {
    assertThat(resolve(Map.of(), EndpointOptions.host(host)).uri()).hasToString(expected);
  }

  @Test
  void saysThatNamedPipesAreNotSupportedYet() {
    String pipe = "npipe:////./pipe/docker_engine";

    assertThatThrownBy(() -> resolve(Map.of(), EndpointOptions.host(pipe)))
        .isInstanceOf(EndpointException.class)
        .hasMessageContaining("not supported yet")
        .hasMessageContaining(pipe)
        .hasMessageContaining("from --host");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://10.0.0.1", "fd://3", "unix://run/d.sock", "tcp://u@h:1", "tcp://a b"})
  void refusesWhatIsNoEndpoint(String host) {
    assertThatThrownBy(() -> resolve(Map.of("DOCKER_HOST", host), EndpointOptions.NONE))
        .isInstanceOf(EndpointException.class)
        .hasMessageStartingWith("no endpoint: " + host + " (from DOCKER_HOST)");
  }

  @Test
  void acceptsTheContextThatIsCalledDefault() throws IOException {
    Files.writeString(home.resolve("config.json"), "{\"currentContext\": \"default\"}");
    Map<String, String> environment =
        Map.of("DOCKER_CONFIG", home.toString(), "DOCKER_CONTEXT", "default");

    assertThat(resolve(environment, EndpointOptions.NONE).how()).isEqualTo("the default socket");
  }

  @Test
  void refusesAConfigurationThatItCannotRead() throws IOException {
    Files.writeString(home.resolve("config.json"), "{\"currentContext\": ");

    assertThatThrownBy(
            () -> resolve(Map.of("DOCKER_CONFIG", home.toString()), EndpointOptions.NONE))
        .isInstanceOf(EndpointException.class)
        .hasMessageContaining("config.json is not JSON");
  }

  @Test
  void takesSeveralHostsInTheirOrderAndEachOnce() {
    EndpointOptions several =
        new EndpointOptions(
            List.of("tcp://b:1", "tcp://a:1", "tcp://b:1"), List.of(), TlsOptions.NONE);

    assertThat(new EndpointResolver(Map.of()).resolveAll(several))
        .extracting(Endpoint::uri)
        .containsExactly(URI.create("tcp://b:1"), URI.create("tcp://a:1"));
  }

  @Test
  void refusesSeveralHostsWhereOneIsWantedAndAHostBesideAContext() {
    EndpointOptions several =
        new EndpointOptions(List.of("tcp://a:1", "tcp://b:1"), List.of(), TlsOptions.NONE);
    EndpointOptions both =
        new EndpointOptions(List.of("tcp://a:1"), List.of("prod"), TlsOptions.NONE);

    assertThatThrownBy(() -> resolve(Map.of(), several))
        .hasMessageContaining("one --host is wanted here, and 2 are given");
    assertThatThrownBy(() -> resolve(Map.of(), both)).hasMessageContaining("exclude each other");
  }

  @Test
  void takesTlsFilesFromTheCertificateDirectory() throws IOException {
    touch("ca.pem", "cert.pem", "key.pem");
    Map<String, String> environment =
        Map.of("DOCKER_TLS_VERIFY", "0", "DOCKER_CERT_PATH", home.toString());

    Endpoint endpoint = resolve(environment, EndpointOptions.host("tcp://a:2376"));

    assertThat(endpoint.tls())
        .contains(
            new TlsFiles(
                Optional.of(home.resolve("ca.pem")),
                Optional.of(
                    new ClientIdentity(home.resolve("cert.pem"), home.resolve("key.pem")))));
  }

  @Test
  void leavesOutAClientCertificateThatNobodyNamed() throws IOException {
    touch("ca.pem");
    Map<String, String> environment =
        Map.of("DOCKER_TLS_VERIFY", "1", "DOCKER_CERT_PATH", home.toString());

    Endpoint endpoint = resolve(environment, EndpointOptions.NONE);

    assertThat(endpoint).hasToString("tcp://localhost:2376 (the default with TLS)");
    assertThat(endpoint.tls().orElseThrow().client()).isEmpty();
  }

  @Test
  void neverFallsBackToPlainWhereATlsFileIsMissing() throws IOException {
    touch("cert.pem");
    TlsOptions verify = tls(Optional.of(true), Optional.empty());
    EndpointOptions options = EndpointOptions.host("tcp://a:2376").withTls(verify);
    Map<String, String> environment = Map.of("DOCKER_CERT_PATH", home.toString());

    assertThatThrownBy(() -> resolve(environment, options))
        .isInstanceOf(EndpointException.class)
        .hasMessageContaining(home.resolve("ca.pem") + " does not exist");

    touch("ca.pem");
    assertThatThrownBy(() -> resolve(environment, options))
        .isInstanceOf(EndpointException.class)
        .hasMessageContaining("has no key");
  }

  @Test
  void verifiesNothingOnlyWhereThatIsAskedFor() throws IOException {
    touch("ca.pem", "cert.pem", "key.pem");
    EndpointOptions host = EndpointOptions.host("tcp://a:2376");
    Map<String, String> certificates = Map.of("DOCKER_CERT_PATH", home.toString());
    TlsFiles unverified =
        new TlsFiles(
            Optional.empty(),
            Optional.of(new ClientIdentity(home.resolve("cert.pem"), home.resolve("key.pem"))),
            false);

    Endpoint byOption =
        resolve(certificates, host.withTls(tls(Optional.of(false), Optional.empty())));

    assertThat(byOption.tls()).contains(unverified);
    assertThat(resolve(Map.of("DOCKER_TLS", "1"), host).tls().orElseThrow().verifies()).isFalse();
  }

  @Test
  void refusesTlsFilesWithoutTls() {
    TlsOptions filesAlone = tls(Optional.empty(), Optional.of(home.resolve("ca.pem")));

    assertThatThrownBy(
            () -> resolve(Map.of(), EndpointOptions.host("tcp://a:2376").withTls(filesAlone)))
        .hasMessageContaining("only together with --tlsverify");
  }

  @Test
  void ignoresTlsOnASocket() {
    Map<String, String> environment =
        Map.of("DOCKER_TLS_VERIFY", "1", "DOCKER_HOST", "unix:///run/d.sock");

    assertThat(resolve(environment, EndpointOptions.NONE).tls()).isEmpty();
  }

  private static TlsOptions tls(Optional<Boolean> verify, Optional<Path> ca) {
    return new TlsOptions(verify, ca, Optional.empty(), Optional.empty());
  }

  private void touch(String... names) throws IOException {
    for (String name : names) {
      Files.writeString(home.resolve(name), "");
    }
  }
}
