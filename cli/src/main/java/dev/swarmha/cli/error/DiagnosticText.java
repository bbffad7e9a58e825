package dev.swarmha.cli.error;

import dev.swarmha.cli.output.SafeText;
import dev.swarmha.stack.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/** Diagnostics as lines: the place and the message, and below it the hint. */
public final class DiagnosticText {

  private DiagnosticText() {}

  public static List<String> lines(List<Diagnostic> diagnostics) {
    List<String> lines = new ArrayList<>();
    for (Diagnostic diagnostic : diagnostics) {
      String severity = diagnostic.isError() ? "" : diagnostic.severity().word() + ": ";
      lines.add(SafeText.line(severity + diagnostic));
      diagnostic.hint().ifPresent(hint -> lines.add("  " + SafeText.line(hint)));
    }
    return lines;
  }
}
