package dev.swarmha.cli.option;

import dev.swarmha.deploy.DeployRequest.Patience;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long a deploy waits. */
public final class PatienceMixin {

  @Mixin private DeadlinesMixin deadlines = new DeadlinesMixin();

  @Option(
      names = "--stable-for",
      paramLabel = "DURATION",
      defaultValue = "5s",
      description =
          "How long everything must stay up before it counts, at the least each service's own"
              + " update monitor. Default: ${DEFAULT-VALUE}")
  private Duration stableFor = Duration.ZERO;

  public Patience patience() {
    return new Patience(deadlines.timeout(), deadlines.progressDeadline(), stableFor);
  }
}
