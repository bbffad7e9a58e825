package dev.swarmha.cli.command;

import dev.swarmha.cli.output.Column;
import dev.swarmha.cli.output.Listing;
import dev.swarmha.cli.output.Printable;
import dev.swarmha.engine.Node;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;

@Command(name = "ls", description = "List the nodes of the swarm")
@Examples(
    """
    # Which nodes there are
    swarmha node ls

    # The same for a script
    swarmha node ls -o json
    """)
final class NodeListCommand extends PrintingCommand {

  private static final List<Column<Node>> COLUMNS =
      List.of(
          Column.text("id", node -> node.id().value()),
          Column.text("hostname", Node::hostname),
          Column.text("status", node -> word(node.state())),
          Column.text("availability", node -> word(node.availability())),
          Column.text("role", node -> word(node.role())),
          Column.text("managerStatus", NodeListCommand::managerStatus),
          Column.text("address", Node::address),
          Column.<Node>text("engineVersion", node -> node.description().engineVersion())
              .headed("ENGINE"),
          Column.textMap("labels", Node::labels));

  @Override
  Printable run(UseCases useCases) {
    return new Listing<>(COLUMNS, useCases.listNodes().run());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String managerStatus(Node node) {
    return node.managerStatus()
        .map(
            status -> status.leader() ? "leader" : status.reachable() ? "reachable" : "unreachable")
        .orElse("");
  }
}
