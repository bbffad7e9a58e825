package dev.swarmha.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import dev.swarmha.cli.output.JsonText;
import dev.swarmha.cli.output.SafeText;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Tells all who want to know how a command ended. What goes wrong with that is a warning: the
 * command has ended as it has.
 */
public final class Reports {

  private static final Duration POSTING = Duration.ofSeconds(5);

  private final Map<String, String> environment;
  private final Path directory;
  private final PrintWriter err;

  /**
   * @param directory where the names of files start from
   * @param err where warnings and marks for GitHub go
   */
  public Reports(Map<String, String> environment, Path directory, PrintWriter err) {
    this.environment = new TreeMap<>(environment);
    this.directory = directory;
    this.err = err;
  }

  /** Writes the summary, posts the notices, and tells GitHub. */
  public void tell(Ending ending, Optional<String> summary, List<URI> addresses) {
    ending
        .outcome()
        .ifPresent(
            outcome ->
                new GitHubAnnotations(environment, directory)
                    .print(outcome, ending.command(), err));
    summary.ifPresent(file -> write(file, MarkdownSummary.of(ending)));
    stepSummary().ifPresent(file -> append(file, MarkdownSummary.of(ending)));
    if (!addresses.isEmpty()) {
      String notice = new JsonText().compact(Notice.of(ending));
      new Postbox(POSTING)
          .post(addresses, notice)
          .forEach(trouble -> warn("could not notify " + trouble));
    }
    err.flush();
  }

  private Optional<String> stepSummary() {
    return Optional.ofNullable(environment.get("GITHUB_STEP_SUMMARY"))
        .filter(file -> !file.isEmpty());
  }

  private void write(String file, String text) {
    try {
      Files.writeString(directory.resolve(file), text, UTF_8);
    } catch (IOException unwritable) {
      warn("could not write the summary to " + file + ": " + words(unwritable));
    }
  }

  private void append(String file, String text) {
    try {
      Files.writeString(directory.resolve(file), text + "\n", UTF_8, CREATE, APPEND);
    } catch (IOException unwritable) {
      warn("could not add the summary to " + file + ": " + words(unwritable));
    }
  }

  private static String words(IOException unwritable) {
    String name = unwritable.getClass().getSimpleName();
    return unwritable instanceof NoSuchFileException
        ? "no such directory"
        : name + ": " + unwritable.getMessage();
  }

  private void warn(String message) {
    err.println("warning: " + SafeText.line(message));
  }
}
