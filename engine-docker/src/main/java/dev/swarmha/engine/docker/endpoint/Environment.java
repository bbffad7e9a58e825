package dev.swarmha.engine.docker.endpoint;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The environment variables by which the docker CLI can be told its endpoint. */
record Environment(Map<String, String> variables) {

  Environment {
    variables = Map.copyOf(variables);
  }

  /** A variable's value; like the docker CLI, an empty one counts as unset. */
  Optional<String> get(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
  }

  /** The docker CLI's configuration directory; empty where there is no home to keep it in. */
  Optional<Path> configDirectory() {
    return ConfigDirectory.of(variables);
  }

  /** Where TLS files are looked for that no option names. */
  Optional<Path> certificateDirectory() {
    return get("DOCKER_CERT_PATH").map(Path::of).or(this::configDirectory);
  }
}
