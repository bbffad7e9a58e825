package dev.swarmha.cli.option;

import dev.swarmha.deploy.DeployRequest.Patience;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How long a deploy waits. */
public final class PatienceMixin {

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      defaultValue = "5m",
      description = "For the whole rollout. Default: ${DEFAULT-VALUE}")
  private Duration timeout = Duration.ZERO;

  @Option(
      names = "--progress-deadline",
      paramLabel = "DURATION",
      defaultValue = "2m",
      description = "Fail when nothing has moved forward for so long. Default: ${DEFAULT-VALUE}")
  private Duration progressDeadline = Duration.ZERO;

  @Option(
      names = "--stable-for",
      paramLabel = "DURATION",
      defaultValue = "5s",
      description = {
        "How long everything must stay up before it counts, at the least each service's own",
        "update monitor. Default: ${DEFAULT-VALUE}"
      })
  private Duration stableFor = Duration.ZERO;

  public Patience patience() {
    return new Patience(timeout, progressDeadline, stableFor);
  }
}
