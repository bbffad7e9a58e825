package dev.swarmha.cli.error;

import java.io.IOException;

/** A file or standard input that holds data for the Engine cannot be read. */
public final class UnreadableInputException extends RuntimeException {

  public UnreadableInputException(String message, IOException cause) {
    super(message, cause);
  }
}
