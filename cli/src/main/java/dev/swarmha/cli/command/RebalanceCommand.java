package dev.swarmha.cli.command;

import dev.swarmha.cli.complete.Named;
import dev.swarmha.cli.option.CountConverter;
import dev.swarmha.cli.option.LockMixin;
import dev.swarmha.cli.option.SwarmName;
import dev.swarmha.deploy.DeployRequest.Patience;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.rebalance.RebalanceRequest;
import dev.swarmha.deploy.rebalance.RebalanceRequest.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "rebalance",
    description =
        "Spread services over the nodes that there are now, and wait until they run there",
    footer =
        "Services whose tasks keep data on their nodes, single tasks, global services and"
            + " jobs are left alone, and named with the reason.")
@Examples(
    """
    # Which tasks would move, and how the nodes would stand then
    swarmha rebalance --dry-run

    # After a new node has joined: one stack
    swarmha rebalance shop

    # Step by step: two tasks at the most
    swarmha rebalance shop_web --max-moves 2
    """)
final class RebalanceCommand extends OutcomeCommand {

  @Parameters(
      arity = "0..*",
      paramLabel = "STACK|SERVICE",
      completionCandidates = Named.StackOrService.class,
      converter = SwarmName.OfAnything.class,
      description = "What to spread. Default: every service of the swarm")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--strategy",
      paramLabel = "surge|force",
      defaultValue = "surge",
      description = {
        "surge: move the fewest tasks; scale up by what emptier nodes lack, and back once it runs;",
        "force: restart the tasks of uneven services under each service's own update policy, as"
            + " 'docker service update --force' does.",
        "Default: ${DEFAULT-VALUE}"
      })
  private Method strategy = Method.SURGE;

  @Option(
      names = "--max-moves",
      paramLabel = "N",
      converter = CountConverter.class,
      description = "The most tasks that are started, and as many stopped. Default: all it takes")
  private @Nullable Integer maxMoves;

  @Option(names = "--dry-run", description = "Show what would be spread anew, and stop")
  private boolean dryRun;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      defaultValue = "5m",
      description = "How long to wait. Default: ${DEFAULT-VALUE}")
  private Duration timeout = Duration.ZERO;

  @Mixin private LockMixin lock = new LockMixin();

  @Override
  Outcome run(UseCases useCases) {
    Patience patience =
        new Patience(timeout, Patience.DEFAULT.progressDeadline(), Patience.DEFAULT.stableFor());
    int moves = maxMoves == null ? Integer.MAX_VALUE : maxMoves;
    return useCases
        .services()
        .rebalance()
        .run(new RebalanceRequest(names, strategy, moves, dryRun, patience, lock.timeout()));
  }
}
