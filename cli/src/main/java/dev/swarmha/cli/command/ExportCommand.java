package dev.swarmha.cli.command;

import dev.swarmha.cli.complete.Named;
import dev.swarmha.cli.option.SwarmName;
import dev.swarmha.cli.output.Printable;
import dev.swarmha.deploy.export.ExportedStack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "export",
    description =
        "Print a stack, whoever deployed it, as a stack file whose deploy changes nothing",
    footer =
        "Secrets and configs are declared as external, since they are in the swarm already"
            + " and nobody can read a secret. What only the compose specification can say stands"
            + " under x-swarmha.compose, which docker passes over and swarmha reads; what no file"
            + " can say is told on standard error.")
@Examples(
    """
    # Keep a stack that somebody made by hand as a file
    swarmha export shop > stack.yml

    # As JSON
    swarmha export shop -o json
    """)
final class ExportCommand extends PrintingCommand {

  @Parameters(
      paramLabel = "STACK",
      completionCandidates = Named.Stack.class,
      converter = SwarmName.OfStack.class,
      description = "The name of the stack")
  private String stack = "";

  @Override
  Printable run(UseCases useCases) {
    ExportedStack exported = useCases.stacks().export().run(stack);
    exported.unseen().forEach(warning -> useCases.note("warning: " + warning));
    exported.warnings().forEach(warning -> useCases.note("warning: " + warning));
    return new StackFileView(exported.file());
  }
}
