package dev.swarmha.cli.command;

import dev.swarmha.deploy.node.NodeChange;
import dev.swarmha.deploy.outcome.Outcome;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "pause",
    description = "Give nodes no more tasks; those that they have stay",
    footer = "Example: swarmha node pause n2")
final class NodePauseCommand extends OutcomeCommand {

  @Parameters(
      arity = "1..*",
      paramLabel = "NODE",
      description = "Host name, id, or beginning of an id")
  private List<String> nodes = new ArrayList<>();

  @Override
  Outcome run(UseCases useCases) throws InterruptedException {
    return useCases.changeNodes().run(NodeChange.PAUSE, nodes, false);
  }
}
