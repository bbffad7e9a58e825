package dev.swarmha.cli.option;

import dev.swarmha.deploy.Recording;
import dev.swarmha.deploy.revision.Provenance;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a deploy or rollback is kept as a revision. */
public final class RecordingMixin {

  @Option(
      names = "--history-max",
      paramLabel = "N",
      defaultValue = "10",
      converter = CountConverter.class,
      description = "How many revisions are kept. Default: ${DEFAULT-VALUE}")
  private int historyMax;

  @Option(names = "--message", paramLabel = "TEXT", description = "Kept with the revision")
  private @Nullable String message;

  public Recording recording(Provenance provenance) {
    return new Recording(Optional.ofNullable(message), provenance, historyMax);
  }
}
