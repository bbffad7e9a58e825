package dev.swarmha.stack.value;

import java.util.Optional;

/** A value that cannot be read; the message says what is wrong with it, the hint what would do. */
public final class ValueException extends RuntimeException {

  private final String hint;

  public ValueException(String message, String hint) {
    super(message);
    this.hint = hint;
  }

  public ValueException(String message) {
    this(message, "");
  }

  public String text() {
    return String.valueOf(getMessage());
  }

  public Optional<String> hint() {
    return hint.isEmpty() ? Optional.empty() : Optional.of(hint);
  }
}
