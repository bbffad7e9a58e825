package dev.swarmha.cli.command;

import dev.swarmha.cli.output.Printable;
import picocli.CommandLine.Command;

@Command(
    name = "version",
    description = "Show the versions of swarmha, of the Engine, and of the API they speak")
@Examples(
    """
    # Which versions are at work
    swarmha version

    # The same for a script
    swarmha version -o json
    """)
final class VersionCommand extends PrintingCommand {

  @Override
  Printable run(UseCases useCases) {
    return new VersionView(VersionText.number(), useCases.swarm().info());
  }
}
