package dev.swarmha.engine;

/** The object cannot be removed while something refers to it. */
public final class InUseException extends EngineException {

  public InUseException(String message) {
    super(message);
  }
}
