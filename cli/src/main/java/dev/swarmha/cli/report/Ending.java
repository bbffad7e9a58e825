package dev.swarmha.cli.report;

import static java.util.Objects.requireNonNull;

import dev.swarmha.cli.error.ErrorReport;
import dev.swarmha.cli.error.ExitCode;
import dev.swarmha.cli.render.ResultDocument;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import java.time.Duration;
import java.util.Optional;

/**
 * How a long command ended.
 *
 * @param command its name, such as {@code node drain}
 * @param result what the last line of {@code --progress json} says
 * @param outcome empty where an error ended it before there was one
 * @param took from its first to its last moment
 */
public record Ending(
    String command, ExitCode code, Mapping result, Optional<Outcome> outcome, Duration took) {

  public Ending {
    requireNonNull(command, "command");
    requireNonNull(code, "code");
    requireNonNull(result, "result");
    requireNonNull(outcome, "outcome");
    requireNonNull(took, "took");
  }

  public static Ending of(String command, Outcome outcome, Duration took) {
    return new Ending(
        command,
        ExitCode.of(outcome),
        ResultDocument.of(command, outcome),
        Optional.of(outcome),
        took);
  }

  /** An error has ended it. */
  public static Ending of(String command, ErrorReport trouble, Duration took) {
    return new Ending(
        command,
        trouble.code(),
        ResultDocument.aborted(command, trouble.code(), trouble.message()),
        Optional.empty(),
        took);
  }

  /** {@code deployed}, {@code rolled-back} and so on. */
  String word() {
    return text("outcome");
  }

  /** In words, which may be several lines where files are wrong. */
  String message() {
    return text("message");
  }

  private String text(String member) {
    return result.at(member).map(Document::toString).orElse("");
  }
}
