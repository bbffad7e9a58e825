package dev.swarmha.stack.source;

import dev.swarmha.document.Origin;
import java.nio.charset.CharacterCodingException;

/** Bytes that are no text, from some place on. */
final class NotTextException extends CharacterCodingException {

  private final int line;
  private final int column;

  /** An exception about what follows this text. */
  NotTextException(String before) {
    this.line = 1 + (int) before.chars().filter(character -> character == '\n').count();
    this.column = before.length() - before.lastIndexOf('\n');
  }

  /** Where the text ends, in a source of this name. */
  Origin place(String source) {
    return new Origin(source, line, column);
  }
}
