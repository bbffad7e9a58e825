package dev.swarmha.engine;

import java.util.Optional;

/** Which credentials go with an image, by the registry that it comes from. */
@FunctionalInterface
public interface RegistryCredentials {

  /** Sends none with any image. */
  RegistryCredentials NONE = image -> Optional.empty();

  /**
   * The credentials for an image; empty where none are to be sent.
   *
   * @param image a reference as in a stack file or in a spec
   * @throws CredentialsException when there may be some, and they cannot be read
   */
  Optional<RegistryAuth> forImage(String image);
}
