package dev.swarmha.cli.command;

import dev.swarmha.deploy.node.NodeChange;
import dev.swarmha.deploy.outcome.Outcome;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "promote",
    description = "Make nodes managers",
    footer = "Example: swarmha node promote n2")
final class NodePromoteCommand extends OutcomeCommand {

  @Parameters(
      arity = "1..*",
      paramLabel = "NODE",
      description = "Host name, id, or beginning of an id")
  private List<String> nodes = new ArrayList<>();

  @Override
  Outcome run(UseCases useCases) throws InterruptedException {
    return useCases.changeNodes().run(NodeChange.PROMOTE, nodes, false);
  }
}
