package dev.swarmha.cli.command;

import dev.swarmha.cli.output.AlignedTable;
import dev.swarmha.cli.output.Cell;
import dev.swarmha.cli.output.Paint;
import dev.swarmha.cli.output.Printable;
import dev.swarmha.cli.output.ReasonText;
import dev.swarmha.cli.output.RevisionText;
import dev.swarmha.cli.output.SafeText;
import dev.swarmha.cli.output.Screen;
import dev.swarmha.cli.output.StateColour;
import dev.swarmha.deploy.revision.Revision;
import dev.swarmha.deploy.view.StackStatus;
import dev.swarmha.deploy.view.StackStatus.LockView;
import dev.swarmha.deploy.view.StackStatus.NodeStatus;
import dev.swarmha.deploy.view.StackStatus.ServiceStatus;
import dev.swarmha.deploy.view.StackStatus.State;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Node;
import dev.swarmha.wait.Reason;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How one stack stands, on one screen. */
record StatusView(StackStatus status) implements Printable {

  @Override
  public List<String> lines() {
    return lines(Screen.NONE);
  }

  @Override
  public List<String> lines(Screen screen) {
    List<String> lines = new ArrayList<>();
    lines.addAll(screen.wrapped(List.of(heading(screen))));
    screen.wrapped(attention()).forEach(line -> lines.add(screen.paint(Paint.UNSETTLED, line)));
    lines.add("");
    lines.addAll(services(screen));
    lines.add("");
    lines.addAll(nodes(screen));
    List<Reason> reasons =
        status.services().stream().flatMap(service -> service.reasons().stream()).toList();
    if (!reasons.isEmpty()) {
      lines.add("");
      lines.add("why:");
      lines.addAll(screen.wrapped(ReasonText.lines(reasons)));
    }
    return lines;
  }

  private String heading(Screen screen) {
    boolean failed = status.services().stream().anyMatch(each -> each.state() == State.FAILED);
    Paint paint = status.isConverged() ? Paint.GOOD : failed ? Paint.BAD : Paint.UNSETTLED;
    String stands = status.isConverged() ? "converged" : "not converged";
    String revisions =
        status.revision().map(each -> ", revision " + text(each)).orElse("")
            + status
                .later()
                .filter(each -> isChanging() || !each.isUnfinished())
                .map(each -> "; revision " + text(each))
                .orElse("");
    return SafeText.line(status.stack())
        + ": "
        + screen.paint(paint, stands)
        + SafeText.line(revisions);
  }

  /** Who is at work on it, or was and left something. */
  private List<String> attention() {
    List<String> lines = new ArrayList<>();
    status.lock().map(StatusView::text).map(SafeText::line).ifPresent(lines::add);
    status
        .later()
        .filter(each -> !isChanging() && each.isUnfinished())
        .map(StatusView::unfinished)
        .ifPresent(lines::add);
    lines.addAll(surges());
    return lines;
  }

  private static String text(Revision revision) {
    return revision.number()
        + " "
        + revision.state().word()
        + " at "
        + RevisionText.at(revision)
        + revision.message().map(message -> " (" + message + ")").orElse("");
  }

  /** Whether somebody is at work on it, so that what is not finished was not cut off. */
  private boolean isChanging() {
    return status.lock().filter(lock -> !lock.overdue()).isPresent();
  }

  private static String unfinished(Revision revision) {
    return RevisionText.unfinished(revision) + "; run: swarmha deploy, or: swarmha rollback";
  }

  /** Replicas for a while, which somebody puts back who is at work, or who was cut off. */
  private List<String> surges() {
    String end =
        isChanging()
            ? "for a while"
            : "left by a command that was cut off; to put it back, run: swarmha rebalance "
                + status.stack();
    List<String> lines = new ArrayList<>();
    for (ServiceStatus service : status.services()) {
      service
          .surge()
          .ifPresent(
              surge ->
                  lines.add(
                      SafeText.line(
                          service.name()
                              + " has "
                              + surge.more()
                              + " more than its "
                              + surge.before()
                              + " replicas, "
                              + end)));
    }
    return lines;
  }

  private static String text(LockView lock) {
    String renewed = lock.holder().renewed().truncatedTo(ChronoUnit.SECONDS).toString();
    return "locked by "
        + lock.holder()
        + (lock.overdue()
            ? "; not renewed since " + renewed + ", so the next deploy takes the lock over"
            : "");
  }

  private List<String> services(Screen screen) {
    AlignedTable table = new AlignedTable();
    table.add(List.of("SERVICE", "MODE", "TASKS", "STATE", "IMAGE", "NODES", "LAST ROLLOUT"));
    status.services().forEach(service -> table.addCells(cells(service)));
    return table.lines(screen);
  }

  private static List<Cell> cells(ServiceStatus service) {
    return List.of(
        Cell.of(service.name()),
        Cell.of(service.mode()),
        Cell.of(service.running() + "/" + service.wanted()),
        state(service),
        Cell.of(image(service)),
        Cell.of(spread(service.spread())),
        Cell.of(service.rollout()));
  }

  /** {@code web:1 -> web:2} where the one runs, and the other is wanted. */
  private static String image(ServiceStatus service) {
    return service.otherImages().isEmpty()
        ? service.image()
        : String.join(", ", service.otherImages()) + " -> " + service.image();
  }

  private static Cell state(ServiceStatus service) {
    return service.stopped() && service.state() == State.CONVERGED
        ? new Cell("stopped", Paint.UNSETTLED)
        : new Cell(word(service.state()), StateColour.of(service.state()));
  }

  private List<String> nodes(Screen screen) {
    AlignedTable table = new AlignedTable();
    table.add(List.of("NODE", "STATUS", "TASKS"));
    status
        .nodes()
        .forEach(
            each ->
                table.addCells(
                    List.of(
                        Cell.of(each.node().hostname()),
                        state(each),
                        Cell.of(String.valueOf(each.tasks())))));
    return table.lines(screen);
  }

  /** What keeps tasks from a node comes before that it could have them. */
  private static Cell state(NodeStatus status) {
    Node node = status.node();
    if (!node.isReady()) {
      return new Cell("not ready", Paint.BAD);
    }
    return switch (node.availability()) {
      case DRAIN -> new Cell(status.tasks() > 0 ? "draining" : "drained", Paint.UNSETTLED);
      case PAUSE -> new Cell("paused", Paint.UNSETTLED);
      case ACTIVE, UNKNOWN -> new Cell("ready", Paint.GOOD);
    };
  }

  private static String spread(Map<String, Integer> tasks) {
    return tasks.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String word(Enum<?> state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Mapping document() {
    return StatusDocument.of(status);
  }
}
