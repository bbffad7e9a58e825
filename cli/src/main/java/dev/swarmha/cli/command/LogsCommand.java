package dev.swarmha.cli.command;

import dev.swarmha.cli.complete.Named;
import dev.swarmha.cli.error.ExitCode;
import dev.swarmha.cli.option.SwarmName;
import dev.swarmha.cli.option.TailConverter;
import dev.swarmha.cli.render.NoteRenderer;
import dev.swarmha.deploy.logs.LogsRequest;
import dev.swarmha.engine.EngineInterruptedException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what others have written, as it comes, and has no outcome of its own. */
@Command(
    name = "logs",
    description = "Print what the tasks of a stack or a service, or one task, have written",
    footer =
        "Lines are in the order of time, each after the name of its task, with its id where"
            + " another task has taken its place; what was written to standard error goes to"
            + " standard error. Following ends with Ctrl-C and exit code 130.")
@Examples(
    """
    # What a stack has written in the last ten minutes
    swarmha logs shop --since 10m

    # Follow one task, from its last 50 lines on
    swarmha logs shop_web.2 --tail 50 --follow

    # With the times at which lines were written
    swarmha logs shop_api --timestamps
    """)
final class LogsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "STACK|SERVICE|TASK",
      completionCandidates = Named.StackServiceOrTask.class,
      converter = SwarmName.OfAnything.class,
      description = "A stack by its name; a service or task by name, id, or beginning of its id")
  private String name = "";

  @Option(
      names = {"-f", "--follow"},
      description = "Go on with what is written later, by new tasks too")
  private boolean follow;

  @Option(
      names = "--tail",
      paramLabel = "N",
      converter = TailConverter.class,
      description = "The last N lines of each task. Default: all")
  private @Nullable Integer tail;

  @Option(
      names = "--since",
      paramLabel = "DURATION",
      description = "What was written within this time before now. Default: all")
  private @Nullable Duration since;

  @Option(
      names = {"-t", "--timestamps"},
      description = "Begin each line with the time at which it was written")
  private boolean timestamps;

  @Override
  public Integer call() throws InterruptedException {
    RootCommand root = (RootCommand) spec.root().userObject();
    LogLines lines =
        new LogLines(spec.commandLine().getOut(), spec.commandLine().getErr(), timestamps);
    LogsRequest request =
        new LogsRequest(name, follow, Optional.ofNullable(tail), Optional.ofNullable(since));
    try (UseCases useCases =
        new UseCases(
            root.surroundings(),
            root.endpoint().options(),
            new NoteRenderer(spec.commandLine().getErr()))) {
      useCases.services().readLogs().run(request, lines);
      return ExitCode.OK.number();
    } catch (InterruptedException | EngineInterruptedException ended) {
      if (follow) {
        return ExitCode.INTERRUPTED.number(); // As following ends; there is nothing to be told.
      }
      throw ended;
    }
  }
}
