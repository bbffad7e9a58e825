package dev.swarmha.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "config",
    description = "Create, list, inspect and remove configs",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ConfigCreateCommand.class,
      ConfigListCommand.class,
      ConfigInspectCommand.class,
      ConfigRemoveCommand.class
    })
final class ConfigCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
