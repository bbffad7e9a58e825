package dev.swarmha.engine;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** What travels beside a spec when it is written. */
public record WriteOptions(Optional<Payload> payload, Optional<RegistryAuth> registryAuth) {

  /** A spec alone. */
  public static final WriteOptions NONE = new WriteOptions(Optional.empty(), Optional.empty());

  public WriteOptions {
    requireNonNull(payload, "payload");
    requireNonNull(registryAuth, "registryAuth");
  }

  public static WriteOptions of(Payload payload) {
    return new WriteOptions(Optional.of(payload), Optional.empty());
  }
}
