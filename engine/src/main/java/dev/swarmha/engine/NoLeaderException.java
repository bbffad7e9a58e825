package dev.swarmha.engine;

import org.jspecify.annotations.Nullable;

/**
 * A manager answers, but no leader has answered it: the managers are electing one, too few of them
 * are up, or the leader was lost in the middle of the call. What the leader had been handed by then
 * may still come to be.
 */
public final class NoLeaderException extends EngineException {

  public NoLeaderException(String message) {
    super(message);
  }

  public NoLeaderException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  @Override
  public boolean mayHaveTakenEffect() {
    return true;
  }
}
