package dev.swarmha.cli.option;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who is told how a command ended. */
public final class ReportMixin {

  private static final int AFTER_THE_COMMANDS_OWN = 100;

  @Option(
      names = "--summary",
      paramLabel = "FILE",
      order = AFTER_THE_COMMANDS_OWN,
      description = "Write how it ended to FILE, in Markdown")
  private @Nullable String summary;

  @Option(
      names = "--notify",
      paramLabel = "URL",
      order = AFTER_THE_COMMANDS_OWN,
      converter = WebAddress.class,
      description = "Post how it ended to URL, in JSON with a text for Slack. Repeatable")
  private List<URI> addresses = List.of();

  public Optional<String> summary() {
    return Optional.ofNullable(summary);
  }

  public List<URI> addresses() {
    return addresses.stream().filter(address -> !address.equals(WebAddress.NOBODY)).toList();
  }
}
