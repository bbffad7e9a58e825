package dev.swarmha.cli.command;

import dev.swarmha.cli.output.Column;
import dev.swarmha.cli.output.Listing;
import dev.swarmha.cli.output.Paint;
import dev.swarmha.cli.output.Printable;
import dev.swarmha.cli.output.StateColour;
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
          Column.<Node>text("status", node -> word(node.state()))
              .painted(node -> StateColour.of(node.state())),
          Column.<Node>text("availability", node -> word(node.availability()))
              .painted(node -> StateColour.of(node.availability())),
          Column.text("role", node -> word(node.role())),
          Column.<Node>text("managerStatus", NodeListCommand::managerStatus)
              .painted(node -> node.managerStatus().map(StateColour::of).orElse(Paint.PLAIN)),
          Column.text("address", Node::address),
          Column.<Node>text("engineVersion", node -> node.description().engineVersion())
              .headed("ENGINE"),
          Column.textMap("labels", Node::labels));

  @Override
  Printable run(UseCases useCases) {
    return new Listing<>(COLUMNS, useCases.nodes().list().run());
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
