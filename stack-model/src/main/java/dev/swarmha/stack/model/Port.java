package dev.swarmha.stack.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** A port of a service. What is not given, the Engine decides. */
public record Port(
    int target, Optional<Integer> published, Optional<String> protocol, Optional<String> mode) {

  public Port {
    requireNonNull(published, "published");
    requireNonNull(protocol, "protocol");
    requireNonNull(mode, "mode");
  }
}
