package dev.swarmha.cli.command;

import dev.swarmha.cli.option.ClusterFileMixin;
import dev.swarmha.deploy.outcome.Outcome;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "apply",
    description = "Bring a cluster to what its file declares: machines, roles, labels and so on",
    footer =
        "A machine that is down is told, and the rest goes on; the exit code is 1 then. A"
            + " machine in another swarm is never taken from there. What the file does not name is"
            + " left alone.")
@Examples(
    """
    # See what would be done, then do it
    swarmha cluster plan -f cluster.yml
    swarmha cluster apply -f cluster.yml

    # In a pipeline: half an hour at the most, with events in JSON
    swarmha cluster apply -f cluster.yml --timeout 30m --progress json
    """)
final class ClusterApplyCommand extends OutcomeCommand {

  @Mixin private ClusterFileMixin file = new ClusterFileMixin();

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      defaultValue = "5m",
      description = "For all of it. Default: ${DEFAULT-VALUE}")
  private Duration timeout = Duration.ZERO;

  @Override
  Outcome run(UseCases useCases) {
    return new ClusterFileUse(useCases)
        .with(file.file(), use -> use.apply().run(use.cluster(), timeout));
  }
}
