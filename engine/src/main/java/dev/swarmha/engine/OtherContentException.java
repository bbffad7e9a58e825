package dev.swarmha.engine;

/**
 * The content of a secret or config cannot be changed, and what was sent is another than what is
 * stored. For a secret this is the only answer that Docker ever gives about its content.
 */
public final class OtherContentException extends EngineException {

  public OtherContentException(String message) {
    super(message);
  }
}
