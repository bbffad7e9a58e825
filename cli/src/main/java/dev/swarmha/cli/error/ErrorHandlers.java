package dev.swarmha.cli.error;

import dev.swarmha.cli.output.SafeText;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Prints errors on standard error, and a stack trace only where one was asked for. */
public final class ErrorHandlers implements IExecutionExceptionHandler, IParameterExceptionHandler {

  private final BooleanSupplier withTrace;
  private final BiConsumer<Throwable, PrintWriter> annotations;

  /**
   * @param annotations tells of an error whoever shows it elsewhere, too
   */
  public ErrorHandlers(BooleanSupplier withTrace, BiConsumer<Throwable, PrintWriter> annotations) {
    this.withTrace = withTrace;
    this.annotations = annotations;
  }

  @Override
  public int handleExecutionException(Exception trouble, CommandLine command, ParseResult parsed) {
    return report(trouble, command.getErr());
  }

  /** Prints the report on an error and returns its exit code. */
  public int report(Throwable trouble, PrintWriter err) {
    ErrorReport report = ErrorReport.of(trouble);
    report.lines().forEach(err::println);
    annotations.accept(trouble, err);
    if (withTrace.getAsBoolean()) {
      trouble.printStackTrace(err);
    }
    err.flush();
    return report.code().number();
  }

  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    String words = WrongWords.of(wrong, List.of(arguments));
    err.println("swarmha: " + SafeText.line(words));
    if (words.startsWith(WrongWords.MISSING)) {
      err.println("Usage: " + command.getHelp().abbreviatedSynopsis().strip());
    }
    String name = command.getCommandSpec().qualifiedName();
    err.println("Run '" + name + " --help' for what it takes.");
    err.flush();
    return ExitCode.USAGE.number();
  }
}
