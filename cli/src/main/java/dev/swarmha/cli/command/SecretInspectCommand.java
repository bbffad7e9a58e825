package dev.swarmha.cli.command;

import dev.swarmha.cli.complete.Named;
import dev.swarmha.cli.output.Printable;
import dev.swarmha.deploy.store.StoredKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "inspect",
    description = "Show a secret without its value, and which services use it")
@Examples(
    """
    # Who uses it
    swarmha secret inspect db_password

    # The same for a script
    swarmha secret inspect db_password -o json
    """)
final class SecretInspectCommand extends PrintingCommand {

  @Parameters(
      paramLabel = "SECRET",
      completionCandidates = Named.Secret.class,
      description = "Name, id, or beginning of an id")
  private String name = "";

  @Override
  Printable run(UseCases useCases) {
    return new DocumentView(
        StoredDocument.of(useCases.stored().inspect().run(StoredKind.SECRET, name)));
  }
}
