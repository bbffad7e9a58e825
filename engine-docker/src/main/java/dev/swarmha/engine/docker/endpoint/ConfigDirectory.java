package dev.swarmha.engine.docker.endpoint;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the docker CLI keeps its configuration, contexts and credentials. */
public final class ConfigDirectory {

  private ConfigDirectory() {}

  /** The directory by these variables; empty where there is no home to keep it in. */
  public static Optional<Path> of(Map<String, String> environment) {
    return variable(environment, "DOCKER_CONFIG")
        .map(Path::of)
        .or(
            () ->
                variable(environment, "HOME")
                    .or(() -> variable(environment, "USERPROFILE"))
                    .map(home -> Path.of(home, ".docker")));
  }

  private static Optional<String> variable(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }
}
