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
@Examples(
    """
    # Make a config of a file
    swarmha config create nginx_conf ./nginx.conf

    # What is in it, and who uses it
    swarmha config inspect nginx_conf
    """)
final class ConfigCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
