package dev.swarmha.stack.diagnostic;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Origin;
import java.util.Optional;

/**
 * One thing that is wrong with a file, and where.
 *
 * @param rule the short name of the rule that found it, such as {@code unknown-key}
 * @param origin the place in the file; with line 0 the file as a whole
 * @param path the place in the tree; the root where there is none
 * @param hint what to do about it, such as {@code did you mean "healthcheck"?}
 */
public record Diagnostic(
    Severity severity,
    String rule,
    Origin origin,
    DocumentPath path,
    String message,
    Optional<String> hint) {

  private static final int MOST_CHARACTERS = 600;

  public Diagnostic {
    requireNonNull(severity, "severity");
    requireNonNull(rule, "rule");
    requireNonNull(origin, "origin");
    requireNonNull(path, "path");
    message = shortened(requireNonNull(message, "message"));
    hint = requireNonNull(hint, "hint").map(Diagnostic::shortened);
  }

  /** Messages quote what files say, and files may say anything. */
  private static String shortened(String text) {
    int half = MOST_CHARACTERS / 2;
    return text.length() <= MOST_CHARACTERS
        ? text
        : text.substring(0, half) + "..." + text.substring(text.length() - half);
  }

  public static Diagnostic error(String rule, Origin origin, DocumentPath path, String message) {
    return new Diagnostic(Severity.ERROR, rule, origin, path, message, Optional.empty());
  }

  public static Diagnostic warning(String rule, Origin origin, DocumentPath path, String message) {
    return new Diagnostic(Severity.WARNING, rule, origin, path, message, Optional.empty());
  }

  public static Diagnostic info(String rule, Origin origin, DocumentPath path, String message) {
    return new Diagnostic(Severity.INFO, rule, origin, path, message, Optional.empty());
  }

  /** A diagnostic about a source as a whole, such as a file that is not there. */
  public static Diagnostic ofSource(String rule, String source, String message) {
    return error(rule, new Origin(source, 0, 0), DocumentPath.root(), message);
  }

  public Diagnostic withHint(String text) {
    return new Diagnostic(severity, rule, origin, path, message, Optional.of(text));
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /**
   * {@code FILE:LINE:COLUMN: path.in.the.file: message}, without the hint; parts that are not known
   * are left out.
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (origin.isKnown()) {
      text.append(origin).append(": ");
    } else if (!origin.source().isEmpty()) {
      text.append(origin.source()).append(": ");
    }
    if (!path.isRoot()) {
      text.append(shortened(path.toString())).append(": ");
    }
    return text.append(message).toString();
  }
}
