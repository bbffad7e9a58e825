package dev.swarmha.cli.command;

import dev.swarmha.cli.output.Printable;
import dev.swarmha.engine.Node.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "token",
    description = "Print the token that lets another Engine join as a worker or manager")
@Examples(
    """
    # How another machine joins as a worker
    swarmha token worker

    # The token alone, for a script
    swarmha token manager -q

    # A token has leaked: from now on another one
    swarmha token worker --rotate
    """)
final class TokenCommand extends PrintingCommand {

  @Parameters(paramLabel = "worker|manager", description = "The role that the token grants")
  private Role role = Role.WORKER;

  @Option(
      names = "--rotate",
      description = "Replace the token first; the old one lets nobody in any more. Default: no")
  private boolean rotate;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print the token alone, without the command that uses it")
  private boolean quiet;

  @Override
  Printable run(UseCases useCases) {
    return new TokenView(useCases.cluster().showToken().run(role, rotate), quiet);
  }
}
