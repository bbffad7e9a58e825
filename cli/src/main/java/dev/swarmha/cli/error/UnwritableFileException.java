package dev.swarmha.cli.error;

/** A file that the command was to write cannot be written. */
public final class UnwritableFileException extends RuntimeException {

  public UnwritableFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
