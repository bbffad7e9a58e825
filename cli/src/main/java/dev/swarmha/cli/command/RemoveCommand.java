package dev.swarmha.cli.command;

import dev.swarmha.cli.complete.Named;
import dev.swarmha.cli.option.LockMixin;
import dev.swarmha.cli.option.SwarmName;
import dev.swarmha.deploy.outcome.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "rm",
    description = "Remove stacks, and wait until they are gone",
    footer =
        "Services, tasks, networks, their secrets and configs, and their revisions go."
            + " Volumes stay.")
@Examples(
    """
    # Remove a stack, and wait until it is gone
    swarmha rm shop

    # Remove two, and wait for ten minutes at the most
    swarmha rm shop blog --timeout 10m
    """)
final class RemoveCommand extends OutcomeCommand {

  @Parameters(
      arity = "1..*",
      paramLabel = "STACK",
      completionCandidates = Named.Stack.class,
      converter = SwarmName.OfStack.class,
      description = "What to remove")
  private List<String> stacks = new ArrayList<>();

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      defaultValue = "5m",
      description = "How long to wait. Default: ${DEFAULT-VALUE}")
  private Duration timeout = Duration.ZERO;

  @Mixin private LockMixin lock = new LockMixin();

  @Override
  Outcome run(UseCases useCases) {
    return useCases.stacks().remove().run(stacks, timeout, lock.timeout());
  }
}
