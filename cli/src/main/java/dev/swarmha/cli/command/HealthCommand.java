package dev.swarmha.cli.command;

import dev.swarmha.cli.complete.Named;
import dev.swarmha.cli.option.AuthorityMixin;
import dev.swarmha.cli.option.HealthProbeText;
import dev.swarmha.cli.option.SwarmName;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.wait.probe.HealthCheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "health",
    description = "Ask health URLs until all of them answer",
    footer =
        "They are those that the stack declares under x-swarmha, where its tasks run now,"
            + " and those that --url names.")
@Examples(
    """
    # Ask all that the stack declares
    swarmha health shop

    # Ask one more URL, and give up after half a minute
    swarmha health shop --url http://localhost:8080/health --timeout 30s

    # Ask a URL that belongs to no stack
    swarmha health --url https://shop.example.com/health
    """)
final class HealthCommand extends OutcomeCommand {

  @Parameters(
      paramLabel = "STACK",
      completionCandidates = Named.Stack.class,
      converter = SwarmName.OfStack.class,
      arity = "0..1",
      description = "A stack deployed by swarmha")
  private @Nullable String stack;

  @Option(
      names = "--url",
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
    if (stack == null && urls.isEmpty()) {
      throw wrongUsage("name a stack, or an address with --url");
    }
    List<HealthCheck> named =
        HealthProbeText.checks(urls, authority.authority(useCases.surroundings()::read));
    return stack == null
        ? useCases.stacks().checkHealth().run(named, timeout)
        : useCases.stacks().checkHealth().run(stack, named, timeout);
  }
}
