package dev.swarmha.cli.error;

import dev.swarmha.cli.output.SafeText;
import dev.swarmha.deploy.outcome.BrokenOffException;
import dev.swarmha.deploy.plan.DeployRefusedException;
import dev.swarmha.deploy.saved.OutdatedPlanException;
import dev.swarmha.engine.CredentialsException;
import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.docker.endpoint.EndpointException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the user is told of an error that ended a command, and the exit code that goes with it.
 *
 * @param errors what went wrong
 * @param remarks what else is worth knowing, for people alone
 */
public record ErrorReport(ExitCode code, List<String> errors, List<String> remarks) {

  private static final String PROGRAM = "swarmha: ";

  public ErrorReport {
    errors = List.copyOf(errors);
    remarks = List.copyOf(remarks);
  }

  private ErrorReport(ExitCode code, List<String> errors) {
    this(code, errors, List.of());
  }

  public static ErrorReport of(Throwable trouble) {
    if (trouble instanceof WrongFileException wrong) {
      return new ErrorReport(
          ExitCode.FILE,
          DiagnosticText.lines(wrong.errors()),
          DiagnosticText.lines(wrong.remarks()));
    }
    if (trouble instanceof InterruptedException || trouble instanceof EngineInterruptedException) {
      return new ErrorReport(ExitCode.INTERRUPTED, List.of(line("interrupted")));
    }
    if (trouble instanceof DeployRefusedException refused) {
      return new ErrorReport(
          ExitCode.ERROR, refused.problems().stream().map(ErrorReport::line).toList());
    }
    if (trouble instanceof OutdatedPlanException outdated) {
      List<String> lines = new ArrayList<>();
      lines.add(
          line(
              "the plan is out of date, and nothing was changed; save it again: swarmha diff --out"));
      outdated.moved().forEach(moved -> lines.add(line(moved)));
      return new ErrorReport(ExitCode.LOCKED, lines);
    }
    if (trouble instanceof EngineException
        || trouble instanceof BrokenOffException
        || trouble instanceof EndpointException
        || trouble instanceof CredentialsException
        || trouble instanceof UnreadableInputException
        || trouble instanceof UnwritableFileException) {
      return new ErrorReport(ExitCode.ERROR, List.of(line(String.valueOf(trouble.getMessage()))));
    }
    return new ErrorReport(
        ExitCode.ERROR,
        List.of(
            line("internal error: " + trouble),
            "This is a bug in swarmha. Run the command again with -vv and report what it prints."));
  }

  /** All lines, the errors first. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(errors);
    lines.addAll(remarks);
    return lines;
  }

  /** The errors as one text, for machines. */
  public String message() {
    return String.join("\n", errors.stream().map(ErrorReport::withoutProgram).toList());
  }

  private static String line(String message) {
    return PROGRAM + SafeText.line(message);
  }

  private static String withoutProgram(String line) {
    return line.startsWith(PROGRAM) ? line.substring(PROGRAM.length()) : line;
  }
}
