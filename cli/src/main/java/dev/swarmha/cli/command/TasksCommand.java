package dev.swarmha.cli.command;

import dev.swarmha.cli.complete.Named;
import dev.swarmha.cli.option.SwarmName;
import dev.swarmha.cli.output.Column;
import dev.swarmha.cli.output.Listing;
import dev.swarmha.cli.output.Printable;
import dev.swarmha.cli.output.StateColour;
import dev.swarmha.deploy.view.TaskView;
import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.time.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "ps", description = "List the tasks of a stack, the newest of a slot first")
@Examples(
    """
    # Which tasks a stack has, and where
    swarmha ps shop

    # The same for a script
    swarmha ps shop -o json
    """)
final class TasksCommand extends PrintingCommand {

  /** For how many seconds it is of interest to the second when something happened. */
  private static final long EXACT = 600;

  @Parameters(
      paramLabel = "STACK",
      completionCandidates = Named.Stack.class,
      converter = SwarmName.OfStack.class,
      description = "The stack")
  private String stack = "";

  @Override
  Printable run(UseCases useCases) {
    Instant now = useCases.surroundings().timeline().instant();
    return new Listing<>(columns(now), useCases.services().showTasks().run(stack));
  }

  private static List<Column<TaskView>> columns(Instant now) {
    return List.of(
        Column.<TaskView>text("id", TaskView::id).shownAs(TasksCommand::shortId),
        Column.text("name", TaskView::name),
        Column.text("image", TaskView::image),
        Column.optional("node", TaskView::node),
        Column.text("desiredState", task -> word(task.desired())),
        Column.<TaskView>text("state", task -> word(task.state()))
            .painted(task -> StateColour.of(task.state())),
        Column.<TaskView>text(
                "since", task -> task.since().truncatedTo(ChronoUnit.SECONDS).toString())
            .shownAs(task -> age(task.since(), now)),
        Column.text("error", TaskView::error));
  }

  /** As long as the docker CLI shows them; commands take the beginning of an id. */
  private static String shortId(TaskView task) {
    return task.id().substring(0, Math.min(task.id().length(), 12));
  }

  private static String word(TaskState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static String age(Instant since, Instant now) {
    long seconds = Math.max(0, Duration.between(since, now).toSeconds());
    long told = seconds < EXACT ? seconds : seconds / 60 * 60;
    return DurationText.of(Duration.ofSeconds(told)) + " ago";
  }
}
