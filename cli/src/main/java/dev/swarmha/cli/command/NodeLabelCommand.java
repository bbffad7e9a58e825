package dev.swarmha.cli.command;

import dev.swarmha.cli.complete.Named;
import dev.swarmha.cli.option.LabelChange;
import dev.swarmha.cli.option.SwarmName;
import dev.swarmha.deploy.node.LabelNode.LabelRequest;
import dev.swarmha.deploy.outcome.Outcome;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "label", description = "Set and remove labels of a node")
@Examples(
    """
    # Set a label that stack files can ask for
    swarmha node label n2 zone=a

    # Set one, remove another
    swarmha node label n2 database=primary zone-
    """)
final class NodeLabelCommand extends OutcomeCommand {

  @Parameters(
      index = "0",
      paramLabel = "NODE",
      completionCandidates = Named.Node.class,
      converter = SwarmName.OfAnything.class,
      description = "Host name, id, or beginning of an id")
  private String node = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "KEY=VALUE|KEY-",
      converter = LabelChange.Converter.class,
      description = "A label to set, or one to remove")
  private List<LabelChange> changes = new ArrayList<>();

  @Override
  Outcome run(UseCases useCases) throws InterruptedException {
    LabelRequest request =
        new LabelRequest(node, LabelChange.toSet(changes), LabelChange.toRemove(changes));
    return useCases.nodes().label().run(request);
  }
}
