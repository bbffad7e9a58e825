package dev.swarmha.cli.error;

/** A file, or standard input, cannot be read or has something else in it than it should. */
public final class UnreadableInputException extends RuntimeException {

  public UnreadableInputException(String message, Exception cause) {
    super(message, cause);
  }
}
