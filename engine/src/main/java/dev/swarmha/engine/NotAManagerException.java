package dev.swarmha.engine;

/** The Engine is not a manager of a swarm, so it can neither show nor change one. */
public final class NotAManagerException extends EngineException {

  public NotAManagerException(String message) {
    super(message);
  }
}
