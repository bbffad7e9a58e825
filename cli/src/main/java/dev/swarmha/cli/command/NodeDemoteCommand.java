package dev.swarmha.cli.command;

import dev.swarmha.deploy.node.NodeChange;
import dev.swarmha.deploy.outcome.Outcome;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "demote",
    description = "Make managers workers, as long as enough managers are left",
    footer = "Example: swarmha node demote n2")
final class NodeDemoteCommand extends OutcomeCommand {

  @Parameters(
      arity = "1..*",
      paramLabel = "NODE",
      description = "Host name, id, or beginning of an id")
  private List<String> nodes = new ArrayList<>();

  @Option(
      names = "--force",
      description = "Leave it to the Engine whether enough managers are left")
  private boolean force;

  @Override
  Outcome run(UseCases useCases) throws InterruptedException {
    return useCases.changeNodes().run(NodeChange.DEMOTE, nodes, force);
  }
}
