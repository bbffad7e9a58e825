package dev.swarmha.cli.option;

import static picocli.CommandLine.ScopeType.INHERIT;

import dev.swarmha.cli.output.OutputFormat;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is shown, and how. */
public final class DisplayMixin {

  @Option(
      names = {"-o", "--output"},
      scope = INHERIT,
      paramLabel = "FORMAT",
      defaultValue = "table",
      description =
          "How data is printed, by commands that print some: ${COMPLETION-CANDIDATES}."
              + " Default: ${DEFAULT-VALUE}")
  private OutputFormat output = OutputFormat.TABLE;

  @Option(
      names = "--progress",
      scope = INHERIT,
      paramLabel = "MODE",
      defaultValue = "auto",
      description =
          "How progress is told, by commands that take time: ${COMPLETION-CANDIDATES}."
              + " Default: ${DEFAULT-VALUE}, which is tty at a terminal and plain elsewhere")
  private ProgressMode progress = ProgressMode.AUTO;

  @Option(
      names = "--color",
      scope = INHERIT,
      paramLabel = "WHEN",
      defaultValue = "auto",
      description =
          "Colour: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}, which is at a"
              + " terminal, unless NO_COLOR is set")
  private ColorMode color = ColorMode.AUTO;

  @Option(
      names = {"-v", "--verbose"},
      scope = INHERIT,
      description = "Log calls to the Engine on standard error; -vv: everything, and stack traces")
  private boolean[] verbose = {};

  @Option(
      names = "--log-file",
      scope = INHERIT,
      paramLabel = "FILE",
      description = "Log to this file instead, calls to the Engine at the least")
  private @Nullable Path logFile;

  public OutputFormat output() {
    return output;
  }

  public ProgressMode progress() {
    return progress;
  }

  public ColorMode color() {
    return color;
  }

  /** How often {@code -v} was given. */
  public int verbosity() {
    return verbose.length;
  }

  public Optional<Path> logFile() {
    return Optional.ofNullable(logFile);
  }
}
