package dev.swarmha.cli.command;

import dev.swarmha.cli.error.ExitCode;
import dev.swarmha.cli.output.Printable;
import dev.swarmha.deploy.event.ProgressSink;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that prints data and changes nothing. */
abstract class PrintingCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  abstract Printable run(UseCases useCases);

  @Override
  public final Integer call() {
    RootCommand root = (RootCommand) spec.root().userObject();
    try (UseCases useCases =
        new UseCases(root.surroundings(), root.endpoint().options(), ProgressSink.NONE)) {
      PrintWriter out = spec.commandLine().getOut();
      out.println(run(useCases).text(root.display().output()));
      out.flush();
      return ExitCode.OK.number();
    }
  }
}
