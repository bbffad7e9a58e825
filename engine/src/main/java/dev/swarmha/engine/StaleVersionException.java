package dev.swarmha.engine;

/** The object has changed since it was observed; observe again before writing. */
public final class StaleVersionException extends EngineException {

  public StaleVersionException(String message) {
    super(message);
  }
}
