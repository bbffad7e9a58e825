package dev.swarmha.stack.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Where the credential spec of a managed service account comes from; one of the three.
 *
 * @param config the name of a config in the stack file
 * @param file a file in the credential directory of the nodes
 * @param registry a key in the registry of the nodes
 */
public record CredentialSpec(
    Optional<String> config, Optional<String> file, Optional<String> registry) {

  public CredentialSpec {
    requireNonNull(config, "config");
    requireNonNull(file, "file");
    requireNonNull(registry, "registry");
  }
}
