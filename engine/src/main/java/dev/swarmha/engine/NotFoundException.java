package dev.swarmha.engine;

/** The object is not there. */
public final class NotFoundException extends EngineException {

  public NotFoundException(String message) {
    super(message);
  }
}
