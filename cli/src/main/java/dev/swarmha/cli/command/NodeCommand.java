package dev.swarmha.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "node",
    description = "Look at nodes and label them",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {NodeListCommand.class, NodeLabelCommand.class})
final class NodeCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
