package dev.swarmha.cli.command;

import dev.swarmha.cli.output.Printable;
import dev.swarmha.deploy.view.StackSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "status",
    description = "Show how a stack stands: services, tasks, nodes, and why it has not converged",
    footer = "Example: swarmha status shop")
final class StatusCommand extends PrintingCommand {

  @Parameters(arity = "0..1", paramLabel = "STACK", description = "The stack. Default: all stacks")
  private @Nullable String stack;

  @Override
  Printable run(UseCases useCases) {
    if (stack != null) {
      return new StatusView(useCases.showStatus().run(stack));
    }
    List<String> stacks = useCases.listStacks().run().stream().map(StackSummary::name).toList();
    return new StatusListing(
        stacks.stream().map(useCases.showStatus()::run).map(StatusView::new).toList());
  }
}
