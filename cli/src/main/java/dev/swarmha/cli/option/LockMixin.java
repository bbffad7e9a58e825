package dev.swarmha.cli.option;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How long a command that changes a stack waits for another one. */
public final class LockMixin {

  @Option(
      names = "--lock-timeout",
      paramLabel = "DURATION",
      defaultValue = "0s",
      description =
          "How long to wait while somebody else changes the stack; then exit code 8."
              + " Default: ${DEFAULT-VALUE}")
  private Duration timeout = Duration.ZERO;

  public Duration timeout() {
    return timeout;
  }
}
