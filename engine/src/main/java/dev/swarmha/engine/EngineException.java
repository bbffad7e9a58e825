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
}
