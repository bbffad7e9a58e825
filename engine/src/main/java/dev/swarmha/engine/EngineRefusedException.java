package dev.swarmha.engine;

/** The Engine answered that it will not do what was asked. */
public final class EngineRefusedException extends EngineException {

  public EngineRefusedException(String message) {
    super(message);
  }
}
