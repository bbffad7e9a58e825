package dev.swarmha.cli.command;

import dev.swarmha.cli.option.AuthorityMixin;
import dev.swarmha.cli.option.HealthProbeText;
import dev.swarmha.deploy.outcome.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "health",
    description = "Ask health URLs until all of them answer",
    footer = "Example: swarmha health --url http://localhost:8080/health --timeout 30s")
final class HealthCommand extends OutcomeCommand {

  @Option(
      names = "--url",
      required = true,
      paramLabel = "URL",
      converter = HealthProbeText.Converter.class,
      description = "http://..., https://... or tcp://HOST:PORT; repeatable")
  private List<HealthProbeText> urls = new ArrayList<>();

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      defaultValue = "1m",
      description = "How long. Default: ${DEFAULT-VALUE}")
  private Duration timeout = Duration.ZERO;

  @Mixin private AuthorityMixin authority = new AuthorityMixin();

  @Override
  Outcome run(UseCases useCases) {
    return useCases
        .checkHealth()
        .run(
            HealthProbeText.untilDeadline(urls, authority.authority(useCases.surroundings()::read)),
            timeout);
  }
}
