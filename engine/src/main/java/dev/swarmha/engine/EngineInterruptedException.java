package dev.swarmha.engine;

/**
 * The calling thread was interrupted while it waited for the Engine. The call was given up, a write
 * may or may not have taken effect, and the thread's interrupt flag is still set.
 */
public final class EngineInterruptedException extends EngineException {

  public EngineInterruptedException(String message, InterruptedException cause) {
    super(message, cause);
  }

  @Override
  public boolean mayHaveTakenEffect() {
    return true;
  }
}
