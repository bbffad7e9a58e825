package dev.swarmha.engine;

import org.jspecify.annotations.Nullable;

/**
 * The Engine could not be reached, or refused. The message is one line: what was wanted, and the
 * Engine's own words.
 */
public abstract sealed class EngineException extends RuntimeException
    permits EngineInterruptedException,
        EngineRefusedException,
        EngineUnreachableException,
        InUseException,
        NameTakenException,
        NoLeaderException,
        NotAManagerException,
        NotFoundException,
        OtherContentException,
        StaleVersionException {

  EngineException(String message) {
    super(message);
  }

  EngineException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /**
   * Whether a change that was asked for may have been made all the same. Asking again could make it
   * twice; only reading tells.
   */
  public boolean mayHaveTakenEffect() {
    return false;
  }
}
