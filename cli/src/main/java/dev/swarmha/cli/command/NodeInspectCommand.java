package dev.swarmha.cli.command;

import dev.swarmha.cli.complete.Named;
import dev.swarmha.cli.option.SwarmName;
import dev.swarmha.cli.output.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "inspect",
    description = "Show all that is known of a node, and which tasks run there")
@Examples(
    """
    # What is known of a node, and what runs there
    swarmha node inspect n2

    # The same for a script
    swarmha node inspect n2 -o json
    """)
final class NodeInspectCommand extends PrintingCommand {

  @Parameters(
      paramLabel = "NODE",
      completionCandidates = Named.Node.class,
      converter = SwarmName.OfAnything.class,
      description = "Host name, id, or beginning of an id")
  private String node = "";

  @Override
  Printable run(UseCases useCases) {
    return new DocumentView(NodeDocument.of(useCases.nodes().inspect().run(node)));
  }
}
