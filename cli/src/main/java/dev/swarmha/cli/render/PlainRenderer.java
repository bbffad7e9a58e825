package dev.swarmha.cli.render;

import dev.swarmha.cli.error.ExitCode;
import dev.swarmha.cli.output.ReasonText;
import dev.swarmha.cli.output.SafeText;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.wait.Reason;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** One fact a line, in words that stay the same, without control characters. */
public final class PlainRenderer implements Renderer {

  private final PrintWriter out;
  private final UnaryOperator<String> guard;
  private final EventText text = new EventText();
  private final Set<Reason> told = new HashSet<>();

  /**
   * Prints lines.
   *
   * @param guard makes of each line what may be printed
   */
  public PlainRenderer(PrintWriter out, UnaryOperator<String> guard) {
    this.out = out;
    this.guard = guard;
  }

  @Override
  public void on(ProgressEvent event) {
    lines(event).forEach(line -> out.println(guard.apply(line)));
    out.flush();
  }

  /** Why a rollout failed is told when the way back begins, and not once more at its end. */
  private List<String> lines(ProgressEvent event) {
    if (event instanceof ProgressEvent.RollbackStarted failed) {
      told.addAll(failed.reasons());
    }
    return event instanceof ProgressEvent.Finished finished
        ? lines(finished.outcome(), told)
        : event.accept(text);
  }

  @Override
  public void aborted(String command, ExitCode code, String message) {}

  /** The reasons, where there are any, the numbers of health checks, and then the summary. */
  static List<String> lines(Outcome outcome) {
    return lines(outcome, Set.of());
  }

  private static List<String> lines(Outcome outcome, Set<Reason> told) {
    List<Reason> untold =
        outcome.reasons().stream().filter(reason -> !told.contains(reason)).toList();
    List<String> lines = new ArrayList<>(ReasonText.lines(untold));
    if (!lines.isEmpty()) {
      lines.add(0, "why:");
    }
    outcome.health().forEach(check -> lines.add(CheckText.line(check)));
    lines.addAll(SafeText.lines(outcome.summary()));
    return lines;
  }
}
