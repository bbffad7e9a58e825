package dev.swarmha.cli.command;

import dev.swarmha.cli.output.Column;
import dev.swarmha.cli.output.Listing;
import dev.swarmha.cli.output.Printable;
import dev.swarmha.deploy.view.StackSummary;
import java.util.List;
import picocli.CommandLine.Command;

@Command(name = "ls", description = "List the stacks of the swarm")
@Examples(
    """
    # Which stacks there are
    swarmha ls

    # The same for a script
    swarmha ls -o json
    """)
final class ListCommand extends PrintingCommand {

  private static final List<Column<StackSummary>> COLUMNS =
      List.of(
          Column.text("name", StackSummary::name),
          Column.number("services", StackSummary::services),
          Column.optionalNumber("revision", StackSummary::revision));

  @Override
  Printable run(UseCases useCases) {
    return new Listing<>(COLUMNS, useCases.stacks().list().run());
  }
}
