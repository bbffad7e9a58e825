package dev.swarmha.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "secret",
    description = "Create, list, inspect and remove secrets",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      SecretCreateCommand.class,
      SecretListCommand.class,
      SecretInspectCommand.class,
      SecretRemoveCommand.class
    })
final class SecretCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
