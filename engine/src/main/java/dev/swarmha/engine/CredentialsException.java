package dev.swarmha.engine;

import org.jspecify.annotations.Nullable;

/** Credentials of a registry cannot be read. The message is one line for the user, without them. */
public final class CredentialsException extends RuntimeException {

  public CredentialsException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
