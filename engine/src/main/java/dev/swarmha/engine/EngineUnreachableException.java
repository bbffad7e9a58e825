package dev.swarmha.engine;

import org.jspecify.annotations.Nullable;

/** No Engine answered at the endpoint; the message names the endpoint and how it was chosen. */
public final class EngineUnreachableException extends EngineException {

  private final boolean wasAsked;

  private EngineUnreachableException(String message, @Nullable Throwable cause, boolean wasAsked) {
    super(message, cause);
    this.wasAsked = wasAsked;
  }

  /** For a call that never reached the Engine. */
  public EngineUnreachableException(String message, @Nullable Throwable cause) {
    this(message, cause, false);
  }

  /** For a call that may have reached it, and whose answer did not come. */
  public static EngineUnreachableException unanswered(String message, @Nullable Throwable cause) {
    return new EngineUnreachableException(message, cause, true);
  }

  @Override
  public boolean mayHaveTakenEffect() {
    return wasAsked;
  }
}
