package dev.swarmha.cli.error;

import dev.swarmha.cli.output.SafeText;
import dev.swarmha.stack.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/** Diagnostics, one a line: the place, the message, and the hint behind it. */
public final class DiagnosticText {

  private DiagnosticText() {}

  public static List<String> lines(List<Diagnostic> diagnostics) {
    List<String> lines = new ArrayList<>();
    for (Diagnostic diagnostic : diagnostics) {
      String severity = diagnostic.isError() ? "" : diagnostic.severity().word() + ": ";
      String hint = diagnostic.hint().map(text -> "; " + text).orElse("");
      lines.add(SafeText.line(severity + diagnostic + hint));
    }
    return lines;
  }
}
