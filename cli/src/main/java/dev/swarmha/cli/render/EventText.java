package dev.swarmha.cli.render;

import dev.swarmha.cli.output.ClusterPlanLines;
import dev.swarmha.cli.output.ReasonText;
import dev.swarmha.cli.output.RevisionText;
import dev.swarmha.cli.output.SafeText;
import dev.swarmha.cli.output.Screen;
import dev.swarmha.deploy.cluster.declared.ClusterStep;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.plan.PlanText;
import dev.swarmha.deploy.plan.Requirement;
import dev.swarmha.deploy.plan.Step;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.engine.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/** What happened, in lines of plain words. */
final class EventText implements ProgressEvent.Visitor<List<String>> {
  private static final Set<DocumentPath> NODE_FIELDS =
      Set.of(DocumentPath.of("Availability"), DocumentPath.of("Role"));
  private static final Map<String, String> NODE_CHANGES =
      Map.of(
          "active", "activated",
          "pause", "paused",
          "drain", "drained",
          "manager", "promoted",
          "worker", "demoted");

  private final WaitText waiting = new WaitText();
  private final Repeats repeats = new Repeats();
  private final IntSupplier columns;

  /** For lines that may be as long as they are. */
  EventText() {
    this(() -> Integer.MAX_VALUE);
  }

  /** For tables of at most so many columns; sentences are for others to break. */
  EventText(IntSupplier columns) {
    this.columns = columns;
  }

  @Override
  public List<String> takenUp(ProgressEvent.TakenUp event) {
    return List.of(RevisionText.unfinished(event.unfinished()) + "; going on from what is there");
  }

  @Override
  public List<String> planMade(ProgressEvent.PlanMade event) {
    if (event.spread().isPresent()) {
      return SpreadText.lines(event.spread().get(), new Screen(columns.getAsInt(), Ansi.OFF));
    }
    List<String> steps = PlanText.lines(event.plan());
    List<String> lines = new ArrayList<>();
    lines.add("plan: " + (steps.isEmpty() ? "nothing to do" : counted(steps.size())));
    steps.forEach(step -> lines.add("  " + SafeText.line(step)));
    return lines;
  }

  private static String counted(int steps) {
    return steps == 1 ? "1 step" : steps + " steps";
  }

  @Override
  public List<String> stepHeld(ProgressEvent.StepHeld event) {
    String needs =
        event.step().needs().stream()
            .map(Requirement::toString)
            .collect(Collectors.joining(" and "));
    return List.of(event.step().target().name() + " waits until " + needs);
  }

  @Override
  public List<String> stepStarted(ProgressEvent.StepStarted event) {
    return List.of();
  }

  @Override
  public List<String> stepDone(ProgressEvent.StepDone event) {
    List<String> lines = new ArrayList<>();
    lines.add(past(event.step()) + " " + event.step().target());
    event
        .warnings()
        .forEach(
            warning ->
                lines.add("warning: " + event.step().target() + ": " + SafeText.line(warning)));
    return lines;
  }

  /** What was done to a node is in the field that has changed. */
  private static String past(Step step) {
    return step.changes().stream()
        .filter(change -> step.target().kind() == ResourceKind.NODE)
        .filter(change -> NODE_FIELDS.contains(change.path()))
        .flatMap(change -> change.after().stream())
        .flatMap(after -> Optional.ofNullable(NODE_CHANGES.get(after.toString())).stream())
        .findFirst()
        .orElse(step.verb().word() + "d");
  }

  @Override
  public List<String> stepFailed(ProgressEvent.StepFailed event) {
    Step step = event.step();
    String attempt = "could not " + step.verb().word() + " " + step.target();
    return List.of(attempt + ": " + SafeText.line(event.message()));
  }

  @Override
  public List<String> waiting(ProgressEvent.Waiting event) {
    return event.event().accept(waiting).flatMap(repeats::of).stream().toList();
  }

  @Override
  public List<String> rollbackStarted(ProgressEvent.RollbackStarted event) {
    List<String> lines = new ArrayList<>();
    lines.add("the rollout failed; " + event.stack() + " goes back:");
    lines.addAll(ReasonText.lines(event.reasons()));
    return lines;
  }

  @Override
  public List<String> lockAwaited(ProgressEvent.LockAwaited event) {
    return List.of(LockText.awaited(event.holder(), event.overdue()));
  }

  @Override
  public List<String> lockTakenOver(ProgressEvent.LockTakenOver event) {
    return List.of(LockText.takenOver(event.holder()));
  }

  @Override
  public List<String> clusterPlanMade(ProgressEvent.ClusterPlanMade event) {
    return ClusterPlanLines.of(event.plan());
  }

  @Override
  public List<String> clusterStepStarted(ProgressEvent.ClusterStepStarted event) {
    return List.of();
  }

  @Override
  public List<String> clusterStepDone(ProgressEvent.ClusterStepDone event) {
    ClusterStep step = event.step();
    return List.of(SafeText.line(step.verb().past() + " " + step.kind() + " " + step.name()));
  }

  @Override
  public List<String> clusterStepFailed(ProgressEvent.ClusterStepFailed event) {
    ClusterStep step = event.step();
    String attempt = "could not " + step.verb().word() + " " + step.kind() + " " + step.name();
    return List.of(SafeText.line(attempt + ": " + event.message()));
  }

  @Override
  public List<String> noted(ProgressEvent.Noted event) {
    return event.shown() ? SafeText.lines(event.message()) : List.of();
  }

  @Override
  public List<String> finished(ProgressEvent.Finished event) {
    return PlainRenderer.lines(event.outcome());
  }
}
