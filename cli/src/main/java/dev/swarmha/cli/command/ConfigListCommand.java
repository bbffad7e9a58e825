package dev.swarmha.cli.command;

import dev.swarmha.cli.output.Printable;
import dev.swarmha.deploy.store.StoredKind;
import picocli.CommandLine.Command;

@Command(name = "ls", description = "List configs")
@Examples(
    """
    # Which configs there are
    swarmha config ls

    # The same for a script
    swarmha config ls -o json
    """)
final class ConfigListCommand extends PrintingCommand {

  @Override
  Printable run(UseCases useCases) {
    return StoredListing.of(useCases.stored().list().run(StoredKind.CONFIG));
  }
}
