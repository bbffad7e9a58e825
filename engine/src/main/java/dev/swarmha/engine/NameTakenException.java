package dev.swarmha.engine;

/** An object of this kind and name is there already. */
public final class NameTakenException extends EngineException {

  public NameTakenException(String message) {
    super(message);
  }
}
