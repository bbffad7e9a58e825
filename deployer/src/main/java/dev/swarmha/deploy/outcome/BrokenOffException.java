package dev.swarmha.deploy.outcome;

import dev.swarmha.engine.EngineException;

/**
 * The Engine gave out, or refused, in the middle of a rollout. The message is one line: what was
 * wrong, and what is left behind.
 */
public final class BrokenOffException extends RuntimeException {

  /**
   * A rollout that is broken off.
   *
   * @param left what is left behind, and what becomes of it, in words
   */
  public BrokenOffException(EngineException cause, String left) {
    super(cause.getMessage() + "; " + left, cause);
  }
}
