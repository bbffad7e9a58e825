package dev.swarmha.cli.command;

import dev.swarmha.deploy.outcome.Outcome;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "rm",
    description = "Remove nodes that are down and will not come back",
    footer = "Example: swarmha node rm n3")
final class NodeRemoveCommand extends OutcomeCommand {

  @Parameters(
      arity = "1..*",
      paramLabel = "NODE",
      description = "Host name, id, or beginning of an id")
  private List<String> nodes = new ArrayList<>();

  @Option(
      names = "--force",
      description = "Also nodes that are up, and managers, which are demoted first")
  private boolean force;

  @Override
  Outcome run(UseCases useCases) throws InterruptedException {
    return useCases.removeNodes().run(nodes, force);
  }
}
