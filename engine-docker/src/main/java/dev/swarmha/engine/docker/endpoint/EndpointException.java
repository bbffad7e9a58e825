package dev.swarmha.engine.docker.endpoint;

import org.jspecify.annotations.Nullable;

/**
 * The options or the environment name no endpoint that can be used. Nothing was sent anywhere; the
 * message is one line for the user.
 */
public final class EndpointException extends RuntimeException {

  public EndpointException(String message) {
    super(message);
  }

  public EndpointException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
