package dev.swarmha.cli.command;

import dev.swarmha.cli.complete.Named;
import dev.swarmha.cli.output.Printable;
import dev.swarmha.deploy.store.StoredKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "inspect",
    description = "Show a config with its content, and which services use it")
@Examples(
    """
    # What is in it, and who uses it
    swarmha config inspect nginx_conf

    # The same for a script
    swarmha config inspect nginx_conf -o json
    """)
final class ConfigInspectCommand extends PrintingCommand {

  @Parameters(
      paramLabel = "CONFIG",
      completionCandidates = Named.Config.class,
      description = "Name, id, or beginning of an id")
  private String name = "";

  @Override
  Printable run(UseCases useCases) {
    return new DocumentView(
        StoredDocument.of(useCases.stored().inspect().run(StoredKind.CONFIG, name)));
  }
}
