package dev.swarmha.cli.command;

import dev.swarmha.cli.output.Column;
import dev.swarmha.cli.output.Listing;
import dev.swarmha.cli.output.Paint;
import dev.swarmha.cli.output.Printable;
import dev.swarmha.cli.output.StateColour;
import dev.swarmha.deploy.revision.Revision;
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
          Column.optionalNumber("revision", StackSummary::revision),
          Column.<StackSummary>optional(
                  "lastDeploy", stack -> stack.lastDeploy().map(Revision.State::word))
              .painted(stack -> stack.lastDeploy().map(StateColour::of).orElse(Paint.PLAIN)));

  @Override
  Printable run(UseCases useCases) {
    return new Listing<>(COLUMNS, useCases.stacks().list().run());
  }
}
