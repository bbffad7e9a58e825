package dev.swarmha.cli.report;

import dev.swarmha.cli.error.ErrorReport;
import dev.swarmha.cli.error.ExitCode;
import dev.swarmha.cli.error.WrongFileException;
import dev.swarmha.cli.output.SafeText;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.document.Origin;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.wait.Reason;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Errors as GitHub Actions shows them beside the files and above the log: workflow commands, which
 * the runner reads from either output. They go to standard error, so that data and events stay what
 * they are. Silent where {@code GITHUB_ACTIONS} is not {@code true}.
 */
public final class GitHubAnnotations {

  private final Map<String, String> environment;
  private final Path directory;

  /**
   * @param directory where the names of files start from
   */
  public GitHubAnnotations(Map<String, String> environment, Path directory) {
    this.environment = new TreeMap<>(environment);
    this.directory = directory;
  }

  /** Tells of an error that has ended a command: each mistake in a file at its place. */
  public void print(Throwable trouble, PrintWriter err) {
    if (!isWanted()) {
      return;
    }
    if (trouble instanceof WrongFileException wrong) {
      wrong.errors().forEach(mistake -> err.println(annotation(mistake)));
      return;
    }
    ErrorReport report = ErrorReport.of(trouble);
    if (report.code() != ExitCode.INTERRUPTED) {
      err.println(annotation("swarmha", report.message()));
    }
  }

  /** Tells why a command did not end well. */
  void print(Outcome outcome, String command, PrintWriter err) {
    if (!isWanted() || ExitCode.of(outcome) == ExitCode.OK) {
      return;
    }
    err.println(annotation("swarmha " + command, outcome.summary()));
    outcome.reasons().forEach(reason -> err.println(annotation(place(reason), words(reason))));
  }

  private boolean isWanted() {
    return WorkflowCommands.isRead(environment);
  }

  private static String place(Reason reason) {
    return reason.task().map(Reason.FailedTask::name).orElse(reason.service())
        + reason.node().map(node -> " on " + node).orElse("");
  }

  private static String words(Reason reason) {
    return reason.message()
        + reason.diagnosis().advice().map(advice -> "\nWhat to do: " + advice).orElse("");
  }

  private String annotation(Diagnostic mistake) {
    Origin origin = mistake.origin();
    StringBuilder place = new StringBuilder("file=").append(property(file(origin.source())));
    if (origin.isKnown()) {
      place.append(",line=").append(origin.line()).append(",col=").append(origin.column());
    }
    String path = mistake.path().isRoot() ? "" : mistake.path() + ": ";
    String hint = mistake.hint().map(text -> "; " + text).orElse("");
    return "::error " + place + "::" + data(path + mistake.message() + hint);
  }

  private static String annotation(String title, String message) {
    return "::error title=" + property(title) + "::" + data(message);
  }

  /** GitHub knows files by their place in the repository. */
  private String file(String source) {
    Path file = directory.resolve(source).toAbsolutePath().normalize();
    return Optional.ofNullable(environment.get("GITHUB_WORKSPACE"))
        .filter(workspace -> !workspace.isEmpty())
        .map(workspace -> Path.of(workspace).toAbsolutePath().normalize())
        .filter(file::startsWith)
        .map(workspace -> workspace.relativize(file).toString())
        .orElse(source);
  }

  /** As actions/toolkit escapes what stands behind the second pair of colons. */
  private static String data(String text) {
    return String.join("\n", SafeText.lines(text))
        .replace("%", "%25")
        .replace("\r", "%0D")
        .replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
