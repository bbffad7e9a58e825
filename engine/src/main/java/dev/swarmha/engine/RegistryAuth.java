package dev.swarmha.engine;

import static java.util.Objects.requireNonNull;

/** Credentials for one image registry, already in the Engine's header form; never shown. */
public record RegistryAuth(String header) {

  public RegistryAuth {
    requireNonNull(header, "header");
  }

  @Override
  public String toString() {
    return "(registry credentials)";
  }
}
