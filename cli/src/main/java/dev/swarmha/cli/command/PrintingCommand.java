package dev.swarmha.cli.command;

import dev.swarmha.cli.error.ExitCode;
import dev.swarmha.cli.output.Printable;
import dev.swarmha.cli.render.NoteRenderer;
import dev.swarmha.deploy.event.ProgressSink;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that prints data and changes nothing. */
abstract class PrintingCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  abstract Printable run(UseCases useCases);

  /** How it ended, once it has run. */
  ExitCode code() {
    return ExitCode.OK;
  }

  @Override
  public final Integer call() throws InterruptedException {
    RootCommand root = root();
    ProgressSink notes = new NoteRenderer(spec.commandLine().getErr());
    try (UseCases useCases = new UseCases(root.surroundings(), root.endpoint().options(), notes)) {
      print(useCases, spec.commandLine().getOut());
      return code().number();
    }
  }

  /** Prints it, once. */
  void print(UseCases useCases, PrintWriter out) throws InterruptedException {
    out.println(run(useCases).text(root().display().output()));
    out.flush();
  }

  final RootCommand root() {
    return (RootCommand) spec.root().userObject();
  }
}
