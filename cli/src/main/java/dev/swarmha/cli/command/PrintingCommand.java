package dev.swarmha.cli.command;

import dev.swarmha.cli.error.ExitCode;
import dev.swarmha.cli.output.OutputFormat;
import dev.swarmha.cli.output.Printable;
import dev.swarmha.cli.output.Screen;
import dev.swarmha.cli.output.TextWidth;
import dev.swarmha.cli.render.NoteRenderer;
import dev.swarmha.cli.report.WorkflowCommands;
import dev.swarmha.cli.terminal.LiveArea;
import dev.swarmha.deploy.event.ProgressSink;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that prints data and changes nothing. */
abstract class PrintingCommand implements Callable<Integer> {

  private static final int ALWAYS_FITS = 60;

  @Spec private CommandSpec spec = CommandSpec.create();

  abstract Printable run(UseCases useCases);

  /** How it ended, once it has run. */
  ExitCode code() {
    return ExitCode.OK;
  }

  /** What is to be told after the data that could be had without it. */
  Optional<RuntimeException> trouble() {
    return Optional.empty();
  }

  @Override
  public final Integer call() throws InterruptedException {
    RootCommand root = root();
    ProgressSink notes = new NoteRenderer(spec.commandLine().getErr());
    try (UseCases useCases = new UseCases(root.surroundings(), root.endpoint().options(), notes)) {
      print(useCases, spec.commandLine().getOut());
      trouble()
          .ifPresent(
              trouble -> {
                throw trouble;
              });
      return code().number();
    }
  }

  /** Prints it, once. */
  void print(UseCases useCases, PrintWriter out) throws InterruptedException {
    Printable data = run(useCases);
    OutputFormat format = root().display().output();
    if (format == OutputFormat.TABLE) {
      UnaryOperator<String> guard = WorkflowCommands.guard(root().surroundings().environment());
      fitting(data).forEach(line -> out.println(guard.apply(line)));
    } else {
      out.println(data.text(format));
    }
    out.flush();
  }

  private List<String> fitting(Printable data) {
    Screen coloured = new Screen(Integer.MAX_VALUE, root().ansi());
    List<String> lines = data.lines();
    if (lines.stream().allMatch(line -> TextWidth.of(line) <= ALWAYS_FITS)) {
      return data.lines(coloured); // To ask the terminal how wide it is takes its time.
    }
    Screen screen =
        root()
            .surroundings()
            .terminals()
            .open()
            .map(terminal -> new Screen(new LiveArea(terminal).columns(), coloured.ansi()))
            .orElse(coloured);
    return data.lines(screen);
  }

  final RootCommand root() {
    return (RootCommand) spec.root().userObject();
  }
}
