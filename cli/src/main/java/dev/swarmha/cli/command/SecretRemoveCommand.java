package dev.swarmha.cli.command;

import dev.swarmha.cli.complete.Named;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.store.StoredKind;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "rm", description = "Remove secrets that no service uses")
@Examples(
    """
    # Remove one
    swarmha secret rm db_password

    # Remove two
    swarmha secret rm db_password_v1 db_password_v2
    """)
final class SecretRemoveCommand extends OutcomeCommand {

  @Parameters(
      arity = "1..*",
      paramLabel = "SECRET",
      completionCandidates = Named.Secret.class,
      description = "Name, id, or beginning of an id")
  private List<String> names = new ArrayList<>();

  @Override
  Outcome run(UseCases useCases) {
    return useCases.stored().remove().run(StoredKind.SECRET, names);
  }
}
