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
@Examples(
    """
    # Make a secret of a file
    swarmha secret create db_password ./db_password.txt

    # Who uses it
    swarmha secret inspect db_password
    """)
final class SecretCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
