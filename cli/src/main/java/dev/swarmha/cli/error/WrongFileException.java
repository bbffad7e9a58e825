package dev.swarmha.cli.error;

import dev.swarmha.stack.diagnostic.Diagnostic;
import java.util.List;
import java.util.stream.Collectors;

/** A file that the command was given is wrong; nothing was changed. */
public final class WrongFileException extends RuntimeException {

  private final List<Diagnostic> diagnostics;

  public WrongFileException(List<Diagnostic> diagnostics) {
    super(diagnostics.stream().map(Diagnostic::toString).collect(Collectors.joining("\n")));
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** The mistakes. */
  public List<Diagnostic> errors() {
    return diagnostics.stream().filter(Diagnostic::isError).toList();
  }

  /** What was found beside the errors. */
  List<Diagnostic> remarks() {
    return diagnostics.stream().filter(one -> !one.isError()).toList();
  }
}
