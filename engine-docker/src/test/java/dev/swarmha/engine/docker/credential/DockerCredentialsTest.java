package dev.swarmha.engine.docker.credential;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.engine.CredentialsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the helpers are scripts for a POSIX shell")
class DockerCredentialsTest {

  private final Path home;
  private final Map<String, String> environment = new HashMap<>();

  DockerCredentialsTest(@TempDir Path home) {
    this.home = home;
    environment.put("DOCKER_CONFIG", home.toString());
    environment.put("PATH", home + ":/usr/bin:/bin");
  }

  private void config(String json) throws IOException {
    Files.writeString(home.resolve("config.json"), json);
  }

  private void helper(String name, String script) throws IOException {
    Path file = home.resolve("docker-credential-" + name);
    Files.writeString(file, "#!/bin/sh\n" + script);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private static String auth(String login) {
    return Base64.getEncoder().encodeToString(login.getBytes(UTF_8));
  }

  /** What is sent with an image, decoded. */
  private String sent(String image) {
    return sent(new DockerCredentials(environment), image);
  }

  private static String sent(DockerCredentials credentials, String image) {
    String header = credentials.forImage(image).orElseThrow().header();
    return new String(Base64.getUrlDecoder().decode(header), UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "web,                      https://index.docker.io/v1/",
    "library/web:1,            https://index.docker.io/v1/",
    "docker.io/acme/web,       https://index.docker.io/v1/",
    "index.docker.io/acme/web, https://index.docker.io/v1/",
    "ghcr.io/acme/web:1,       ghcr.io",
    "10.0.0.1:5000/web@sha256:00, 10.0.0.1:5000",
    "localhost/web,            localhost",
    "registry:5000/a/b/c:1,    registry:5000",
  })
  void knowsTheRegistryOfAnImage(String image, String registry) {
    assertThat(RegistryKey.ofImage(image)).hasToString(registry);
  }

  @Test
  void takesWhatTheConfigFileHolds() throws IOException {
    config(
        "{\"auths\":{\"https://index.docker.io/v1/\":{\"auth\":\""
            + auth("user-a:hub:secret")
            + "\"},\"ghcr.io\":{\"auth\":\""
            + auth("user-b:token")
            + "\",\"identitytoken\":\"idt\"}}}");

    assertThat(sent("web:1"))
        .isEqualTo(
            "{\"username\":\"user-a\",\"password\":\"hub:secret\","
                + "\"serveraddress\":\"https://index.docker.io/v1/\"}");
    assertThat(sent("ghcr.io/acme/web"))
        .isEqualTo(
            "{\"username\":\"user-b\",\"password\":\"token\",\"serveraddress\":\"ghcr.io\","
                + "\"identitytoken\":\"idt\"}");
  }

  @Test
  void takesAnEntryThatAnOlderDockerHasWritten() throws IOException {
    config("{\"auths\":{\"https://reg:5000/v1/\":{\"auth\":\"" + auth("user-a:old") + "\"}}}");

    assertThat(sent("reg:5000/web")).contains("\"password\":\"old\"");
  }

  @Test
  void sendsEmptyCredentialsWhereThereAreNone() throws IOException {
    assertThat(sent("web")).isEqualTo("{}");
    assertThat(
            new DockerCredentials(Map.of("HOME", home.toString()))
                .forImage("web")
                .orElseThrow()
                .header())
        .isEqualTo("e30=");

    config("{\"auths\":{\"other:5000\":{\"auth\":\"" + auth("a:b") + "\"}}}");
    assertThat(sent("reg:5000/web")).isEqualTo("{}");
  }

  @Test
  void asksTheStoreForEveryRegistryOnce() throws IOException {
    config("{\"auths\":{\"reg:5000\":{}},\"credsStore\":\"store\"}");
    helper(
        "store",
        """
        read -r server
        echo "$1 $server" >> "$0.asked"
        echo '{"ServerURL":"x","Username":"user-a","Secret":"kept"}'
        """);
    DockerCredentials credentials = new DockerCredentials(environment);

    assertThat(sent(credentials, "reg:5000/web"))
        .isEqualTo(
            "{\"username\":\"user-a\",\"password\":\"kept\",\"serveraddress\":\"reg:5000\"}");
    assertThat(sent(credentials, "reg:5000/api")).contains("kept");
    assertThat(home.resolve("docker-credential-store.asked")).hasContent("get reg:5000");
  }

  @Test
  void asksTheHelperOfARegistryBeforeTheStore() throws IOException {
    config("{\"credsStore\":\"none\",\"credHelpers\":{\"ghcr.io\":\"gh\"}}");
    helper("gh", "cat > /dev/null\necho '{\"Username\":\"<token>\",\"Secret\":\"idt\"}'\n");

    assertThat(sent("ghcr.io/acme/web"))
        .isEqualTo("{\"serveraddress\":\"ghcr.io\",\"identitytoken\":\"idt\"}");
  }

  @Test
  void takesAHelperThatKeepsNothingForNoLogin() throws IOException {
    config("{\"credsStore\":\"store\"}");
    helper("store", "echo 'credentials not found in native keychain'\nexit 1\n");

    assertThat(sent("web")).isEqualTo("{}");
  }

  @Test
  void letsTheEnvironmentWin() throws IOException {
    config("{\"auths\":{\"ghcr.io\":{\"auth\":\"" + auth("user-a:file") + "\"}}}");
    environment.put(
        "DOCKER_AUTH_CONFIG", "{\"auths\":{\"reg:1\":{\"auth\":\"" + auth("ci:env") + "\"}}}");

    assertThat(sent("reg:1/web")).contains("\"password\":\"env\"");
    assertThat(sent("ghcr.io/web")).contains("\"password\":\"file\"");
  }

  @Test
  void saysWhyAHelperDoesNotAnswer() throws IOException {
    config(
        "{\"credHelpers\":{\"a:1\":\"gone\",\"b:1\":\"locked\",\"c:1\":\"odd\",\"d:1\":\"slow\"}}");
    helper("locked", "echo 'the keychain is locked'\nexit 1\n");
    helper("odd", "echo 'secret: hunter2'\n");
    helper("slow", "exec sleep 100\n");
    DockerCredentials credentials = new DockerCredentials(environment, Duration.ofSeconds(1));

    assertFails(credentials, "a:1/web", "docker-credential-gone is not in PATH");
    assertFails(
        credentials,
        "b:1/web",
        "docker-credential-locked has no credentials for b:1: the keychain is locked");
    assertFails(credentials, "c:1/web", "docker-credential-odd did not answer with JSON");
    assertFails(credentials, "d:1/web", "docker-credential-slow did not answer within 1 s");
  }

  private static void assertFails(DockerCredentials credentials, String image, String words) {
    assertThatThrownBy(() -> credentials.forImage(image))
        .isInstanceOf(CredentialsException.class)
        .hasMessageContaining(words)
        .hasMessageNotContaining("hunter2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../bin/sh", "-x", "a b", "a;b"})
  void runsNothingThatIsNoHelpersName(String name) throws IOException {
    config("{\"credsStore\":\"" + name + "\"}");

    assertThatThrownBy(() -> sent("web"))
        .isInstanceOf(CredentialsException.class)
        .hasMessageContaining("names a credential helper that cannot be one");
  }

  @Test
  void showsNothingOfACredentialThatIsDamaged() throws IOException {
    config("{\"auths\":{\"reg:1\":{\"auth\":\"" + auth("hunter2") + "\"}}}");
    assertThatThrownBy(() -> sent("reg:1/web"))
        .hasMessage("the credentials of reg:1 are damaged; log in anew with docker login reg:1");

    config("{\"auths\": hunter2");
    assertThatThrownBy(() -> sent("reg:1/web"))
        .hasMessage("the docker CLI's " + home.resolve("config.json") + " is not JSON");
  }
}
