package dev.swarmha.cli.command;

import dev.swarmha.cli.complete.Named;
import dev.swarmha.cli.option.LockMixin;
import dev.swarmha.cli.option.SwarmName;
import dev.swarmha.deploy.DeployRequest.Patience;
import dev.swarmha.deploy.node.DrainRequest;
import dev.swarmha.deploy.outcome.Outcome;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "drain",
    description =
        "Move all tasks of a node elsewhere, with no service below its replicas meanwhile",
    footer =
        "Replacements start on other nodes before the tasks of the node stop; afterwards"
            + " services are what they were. x-swarmha.minAvailable says where fewer tasks will"
            + " do. Global services, jobs, data on the node and tasks that no other node takes are"
            + " named, and nothing is changed. When it fails, runs out of time or is interrupted,"
            + " everything is taken back.")
@Examples(
    """
    # See what would become of each service
    swarmha node drain n2 --dry-run

    # Before maintenance: move everything, with ten minutes for it
    swarmha node drain n2 --timeout 10m

    # Also where data stays behind, or there is no room elsewhere
    swarmha node drain n2 --force
    """)
final class NodeDrainCommand extends OutcomeCommand {

  @Parameters(
      paramLabel = "NODE",
      completionCandidates = Named.Node.class,
      converter = SwarmName.OfAnything.class,
      description = "Host name, id, or beginning of an id")
  private String node = "";

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      defaultValue = "5m",
      description = "How long to wait. Default: ${DEFAULT-VALUE}")
  private Duration timeout = Duration.ZERO;

  @Option(names = "--force", description = "Drain it also where something is lost by it")
  private boolean force;

  @Option(names = "--dry-run", description = "Show what would become of each service, and stop")
  private boolean dryRun;

  @Mixin private LockMixin lock = new LockMixin();

  @Override
  Outcome run(UseCases useCases) {
    // Whoever says how long to wait has not said that standing still meanwhile is a failure.
    Patience patience =
        new Patience(timeout, timeout.multipliedBy(2), Patience.DEFAULT.stableFor());
    return useCases
        .nodes()
        .drain()
        .run(new DrainRequest(node, patience, force, dryRun, lock.timeout()));
  }
}
