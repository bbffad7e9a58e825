package dev.swarmha.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "node",
    description = "Look at nodes, label them, change their part in the swarm",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      NodeListCommand.class,
      NodeInspectCommand.class,
      NodeLabelCommand.class,
      NodePromoteCommand.class,
      NodeDemoteCommand.class,
      NodeActivateCommand.class,
      NodePauseCommand.class,
      NodeDrainCommand.class,
      NodeRemoveCommand.class
    })
@Examples(
    """
    # Which nodes there are
    swarmha node ls

    # Move all tasks off a node without losing capacity, then let it have some
    swarmha node drain n2
    swarmha node activate n2
    """)
final class NodeCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
