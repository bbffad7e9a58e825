package dev.swarmha.cli.command;

import dev.swarmha.cli.option.RebalanceStrategy;
import dev.swarmha.cli.option.SwarmName;
import dev.swarmha.deploy.DeployRequest.Patience;
import dev.swarmha.deploy.outcome.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "rebalance",
    description =
        "Spread services over the nodes that there are now, and wait until they run there",
    footer = "Example: swarmha rebalance shop --strategy force --dry-run")
final class RebalanceCommand extends OutcomeCommand {

  @Parameters(
      arity = "0..*",
      paramLabel = "STACK|SERVICE",
      converter = SwarmName.OfAnything.class,
      description = "What to spread. Default: every service of the swarm")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--strategy",
      required = true,
      paramLabel = "force",
      description = {
        "force: restart the tasks of uneven services under each service's own update policy,",
        "as 'docker service update --force' does"
      })
  private RebalanceStrategy strategy = RebalanceStrategy.FORCE;

  @Option(names = "--dry-run", description = "Show what would be spread anew, and stop")
  private boolean dryRun;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      defaultValue = "5m",
      description = "How long to wait. Default: ${DEFAULT-VALUE}")
  private Duration timeout = Duration.ZERO;

  @Override
  Outcome run(UseCases useCases) {
    Patience patience =
        new Patience(timeout, Patience.DEFAULT.progressDeadline(), Patience.DEFAULT.stableFor());
    return switch (strategy) {
      case FORCE -> useCases.rebalanceServices().run(names, patience, dryRun);
    };
  }
}
