package dev.swarmha.engine.docker.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.CredentialsException;
import dev.swarmha.engine.RegistryAuth;
import dev.swarmha.engine.RegistryCredentials;
import dev.swarmha.engine.docker.endpoint.ConfigDirectory;
import dev.swarmha.engine.docker.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code docker login} has kept, as the docker CLI finds it: {@code DOCKER_AUTH_CONFIG}, the
 * helper of the registry or of all registries, or else the config file itself. Every registry is
 * looked up once. Like the docker CLI, it sends empty credentials where it finds none.
 */
public final class DockerCredentials implements RegistryCredentials {

  /** Some helpers ask a person to unlock a keychain. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Map<String, String> environment;
  private final Duration patience;
  private final Map<RegistryKey, Login> found = new HashMap<>();
  private @Nullable Mapping config;

  public DockerCredentials(Map<String, String> environment) {
    this(environment, PATIENCE);
  }

  DockerCredentials(Map<String, String> environment, Duration patience) {
    this.environment = Map.copyOf(environment);
    this.patience = patience;
  }

  @Override
  public synchronized Optional<RegistryAuth> forImage(String image) {
    RegistryKey key = RegistryKey.ofImage(image);
    Login known = found.get(key);
    Login login = known == null ? find(key) : known;
    found.put(key, login);
    return Optional.of(login.header());
  }

  private Login find(RegistryKey key) {
    Optional<Login> given =
        Optional.ofNullable(environment.get("DOCKER_AUTH_CONFIG"))
            .filter(text -> !text.isBlank())
            .flatMap(text -> entry(parse(text.getBytes(UTF_8), "DOCKER_AUTH_CONFIG"), key));
    return given.orElseGet(() -> kept(key));
  }

  private Login kept(RegistryKey key) {
    Mapping file = config();
    String ofRegistry = file.mapping("credHelpers").text(key.text()).orElse("");
    String helper = ofRegistry.isEmpty() ? file.text("credsStore").orElse("") : ofRegistry;
    Login inFile = entry(file, key).orElse(Login.NONE);
    if (helper.isEmpty()) {
      return inFile;
    }
    return new CredentialHelper(helper, environment.getOrDefault("PATH", ""), patience)
        .get(key)
        .map(answer -> inFile.withHelpers(key, answer))
        .orElse(Login.NONE);
  }

  /** The entry of exactly this name, or else one that older versions would have written. */
  private static Optional<Login> entry(Mapping config, RegistryKey key) {
    Mapping auths = config.mapping("auths");
    Optional<String> name =
        auths.has(key.text())
            ? Optional.of(key.text())
            : auths.keys().stream().filter(key::isHostOf).findFirst();
    return name.map(found -> login(found, auths.mapping(found)));
  }

  private static Login login(String key, Mapping entry) {
    try {
      return Login.ofEntry(key, entry);
    } catch (IllegalArgumentException damaged) {
      throw new CredentialsException(
          "the credentials of " + key + " are damaged; log in anew with docker login " + key, null);
    }
  }

  private Mapping config() {
    Mapping read = config;
    if (read == null) {
      read = ConfigDirectory.of(environment).map(DockerCredentials::read).orElse(Mapping.empty());
      config = read;
    }
    return read;
  }

  private static Mapping read(Path directory) {
    Path file = directory.resolve("config.json");
    try {
      return Files.exists(file)
          ? parse(Files.readAllBytes(file), file.toString())
          : Mapping.empty();
    } catch (IOException e) {
      throw new CredentialsException(
          "cannot read the docker CLI's " + file + ": " + e.getMessage(), e);
    }
  }

  private static Mapping parse(byte[] json, String where) {
    try {
      return Json.object(json);
    } catch (JsonProcessingException e) {
      // Its message would show what stands there.
      throw new CredentialsException("the docker CLI's " + where + " is not JSON", null);
    } catch (IOException e) {
      throw new CredentialsException("cannot read " + where + ": " + e.getMessage(), e);
    }
  }
}
