package dev.swarmha.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "cluster",
    description = "Bring a whole cluster to what its file declares, and see how it stands",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {ClusterPlanCommand.class, ClusterApplyCommand.class, ClusterStatusCommand.class})
@Examples(
    """
    # Is the quorum safe, and is any node down
    swarmha cluster status

    # Bring all machines to what the file declares
    swarmha cluster apply -f cluster.yml
    """)
final class ClusterCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
