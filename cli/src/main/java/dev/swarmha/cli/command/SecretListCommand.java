package dev.swarmha.cli.command;

import dev.swarmha.cli.output.Printable;
import dev.swarmha.deploy.store.StoredKind;
import picocli.CommandLine.Command;

@Command(name = "ls", description = "List secrets")
@Examples(
    """
    # Which secrets there are
    swarmha secret ls

    # The same for a script
    swarmha secret ls -o json
    """)
final class SecretListCommand extends PrintingCommand {

  @Override
  Printable run(UseCases useCases) {
    return StoredListing.of(useCases.stored().list().run(StoredKind.SECRET));
  }
}
