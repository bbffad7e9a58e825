package dev.swarmha.stack.template;

import static java.util.Objects.requireNonNull;

import dev.swarmha.stack.diagnostic.Severity;

/**
 * Something wrong or doubtful about one variable in a text.
 *
 * @param offset where its {@code $} stands in the text, from 0
 * @param hint what to do about it; empty where nothing comes to mind
 */
public record Finding(Severity severity, int offset, String message, String hint) {

  public Finding {
    requireNonNull(severity, "severity");
    requireNonNull(message, "message");
    requireNonNull(hint, "hint");
  }

  static Finding malformed(int offset, String text) {
    return new Finding(
        Severity.ERROR,
        offset,
        "invalid interpolation format: \"" + text + "\"",
        "write $$ where a $ is meant");
  }

  static Finding missing(int offset, String name, String message) {
    String reason = message.isEmpty() ? "" : ": " + message;
    return new Finding(
        Severity.ERROR, offset, "required variable " + name + " is missing a value" + reason, "");
  }

  static Finding unset(int offset, String name) {
    return new Finding(
        Severity.WARNING,
        offset,
        "the variable " + name + " is not set, and is replaced by nothing",
        "set it, or write ${" + name + ":-} if that is meant");
  }

  boolean isError() {
    return severity == Severity.ERROR;
  }
}
