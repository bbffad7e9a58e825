package dev.swarmha.stack.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A port of a service. What is not given, the Engine decides.
 *
 * @param name for people to read
 */
public record Port(
    int target,
    Optional<Integer> published,
    Optional<String> protocol,
    Optional<String> mode,
    Optional<String> name) {

  public Port {
    requireNonNull(published, "published");
    requireNonNull(protocol, "protocol");
    requireNonNull(mode, "mode");
    requireNonNull(name, "name");
  }
}
