package dev.swarmha.cli.command;

import dev.swarmha.cli.complete.Named;
import dev.swarmha.cli.option.SwarmName;
import dev.swarmha.cli.output.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "explain",
    description = "Tell why a service or a task does not run, and what to do",
    footer =
        "For a task without a node: what each node lacks for it, with the figures. For one"
            + " that failed: the Engine's error, the exit code, what its healthcheck wrote, the"
            + " end of its log.")
@Examples(
    """
    # Why does a service not run
    swarmha explain shop_web

    # Why does its second task not run
    swarmha explain shop_web.2

    # The same for a script
    swarmha explain shop_web -o json
    """)
final class ExplainCommand extends PrintingCommand {

  @Parameters(
      paramLabel = "SERVICE|TASK",
      completionCandidates = Named.ServiceOrTask.class,
      converter = SwarmName.OfAnything.class,
      description = "Its name, its id, or the beginning of its id")
  private String name = "";

  @Override
  Printable run(UseCases useCases) {
    return new TroubleView(
        useCases.services().explainTrouble().run(name),
        useCases.surroundings().timeline().instant());
  }
}
