package dev.swarmha.cli.command;

import dev.swarmha.cli.complete.Named;
import dev.swarmha.cli.error.ExitCode;
import dev.swarmha.cli.option.SwarmName;
import dev.swarmha.cli.output.Printable;
import dev.swarmha.cli.terminal.LiveArea;
import dev.swarmha.deploy.view.StackSummary;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.NotFoundException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "status",
    description = "Show how a stack stands: services, tasks, nodes, and why it has not converged",
    footer =
        "Watching ends with Ctrl-C and exit code 130. With -o json each change is one line."
            + " What is no terminal gets each change below the last; --progress tty or plain says"
            + " what to take it for.")
@Examples(
    """
    # One stack
    swarmha status shop

    # All stacks, on and on
    swarmha status --watch

    # For a script: one line of JSON at each change
    swarmha status shop --watch -o json
    """)
final class StatusCommand extends PrintingCommand {

  @Parameters(
      arity = "0..1",
      paramLabel = "STACK",
      completionCandidates = Named.Stack.class,
      converter = SwarmName.OfStack.class,
      description = "The stack. Default: all stacks")
  private @Nullable String stack;

  @Option(
      names = {"-w", "--watch"},
      description = "Go on, and show it anew at each change")
  private boolean watch;

  private ExitCode code = ExitCode.OK;

  @Override
  ExitCode code() {
    return code;
  }

  @Override
  Printable run(UseCases useCases) {
    if (stack != null) {
      return new StatusView(useCases.stacks().showStatus().run(stack));
    }
    List<String> stacks = useCases.stacks().list().run().stream().map(StackSummary::name).toList();
    return new StatusListing(stacks.stream().flatMap(name -> stillThere(name, useCases)).toList());
  }

  /** A stack may be removed between two looks. */
  private static Stream<StatusView> stillThere(String stack, UseCases useCases) {
    try {
      return Stream.of(new StatusView(useCases.stacks().showStatus().run(stack)));
    } catch (NotFoundException removed) {
      return Stream.empty();
    }
  }

  @Override
  void print(UseCases useCases, PrintWriter out) throws InterruptedException {
    if (!watch) {
      super.print(useCases, out);
      return;
    }
    boolean redraw = isTerminal(useCases.surroundings());
    Optional<LiveArea> area =
        redraw ? useCases.surroundings().terminals().open().map(LiveArea::new) : Optional.empty();
    try {
      new Watching(root().display().output(), redraw, area, root().ansi(), out)
          .run(() -> run(useCases), useCases.surroundings().timeline());
    } catch (InterruptedException | EngineInterruptedException ended) {
      code = ExitCode.INTERRUPTED; // Nothing else ends it, so there is nothing to be told.
    }
  }

  private boolean isTerminal(Surroundings surroundings) {
    return switch (root().display().progress()) {
      case AUTO -> surroundings.terminals().open().isPresent();
      case TTY -> true;
      case PLAIN, JSON, QUIET -> false;
    };
  }
}
