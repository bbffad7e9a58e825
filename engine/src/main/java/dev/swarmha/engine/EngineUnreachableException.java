package dev.swarmha.engine;

import org.jspecify.annotations.Nullable;

/** No Engine answered at the endpoint; the message names the endpoint and how it was chosen. */
public final class EngineUnreachableException extends EngineException {

  public EngineUnreachableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
