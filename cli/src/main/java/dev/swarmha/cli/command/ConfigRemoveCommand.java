package dev.swarmha.cli.command;

import dev.swarmha.cli.complete.Named;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.store.StoredKind;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "rm", description = "Remove configs that no service uses")
@Examples(
    """
    # Remove one
    swarmha config rm nginx_conf

    # Remove two
    swarmha config rm nginx_conf_v1 nginx_conf_v2
    """)
final class ConfigRemoveCommand extends OutcomeCommand {

  @Parameters(
      arity = "1..*",
      paramLabel = "CONFIG",
      completionCandidates = Named.Config.class,
      description = "Name, id, or beginning of an id")
  private List<String> names = new ArrayList<>();

  @Override
  Outcome run(UseCases useCases) {
    return useCases.stored().remove().run(StoredKind.CONFIG, names);
  }
}
