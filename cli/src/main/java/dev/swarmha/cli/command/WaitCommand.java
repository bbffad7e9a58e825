package dev.swarmha.cli.command;

import dev.swarmha.cli.complete.Named;
import dev.swarmha.cli.option.SwarmName;
import dev.swarmha.deploy.DeployRequest.Patience;
import dev.swarmha.deploy.outcome.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "wait", description = "Wait until what is deployed runs, and stays up")
@Examples(
    """
    # Wait for a stack, two minutes at the most
    swarmha wait shop --timeout 2m

    # For two services that were changed with --detach
    swarmha wait shop_web shop_api

    # For everything in the swarm
    swarmha wait
    """)
final class WaitCommand extends OutcomeCommand {

  @Parameters(
      arity = "0..*",
      paramLabel = "STACK|SERVICE",
      completionCandidates = Named.StackOrService.class,
      converter = SwarmName.OfAnything.class,
      description = "What to wait for. Default: every service of the swarm")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      defaultValue = "5m",
      description = "How long. Default: ${DEFAULT-VALUE}")
  private Duration timeout = Duration.ZERO;

  @Override
  Outcome run(UseCases useCases) {
    // Whoever only waits has said how long; standing still meanwhile is no failure.
    Duration longer = timeout.multipliedBy(2);
    Patience patience = new Patience(timeout, longer, Patience.DEFAULT.stableFor());
    return useCases.stacks().waitFor().run(names, patience);
  }
}
