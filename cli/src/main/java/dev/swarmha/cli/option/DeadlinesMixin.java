package dev.swarmha.cli.option;

import java.time.Duration;
import picocli.CommandLine.Option;

/** When waiting for services is given up. */
public final class DeadlinesMixin {

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      defaultValue = "5m",
      description = "How long to wait for all of it. Default: ${DEFAULT-VALUE}")
  private Duration timeout = Duration.ZERO;

  @Option(
      names = "--progress-deadline",
      paramLabel = "DURATION",
      defaultValue = "2m",
      description = "Fail when nothing has moved forward for so long. Default: ${DEFAULT-VALUE}")
  private Duration progressDeadline = Duration.ZERO;

  public Duration timeout() {
    return timeout;
  }

  public Duration progressDeadline() {
    return progressDeadline;
  }
}
