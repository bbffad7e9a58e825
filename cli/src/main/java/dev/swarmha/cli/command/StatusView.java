package dev.swarmha.cli.command;

import dev.swarmha.cli.output.AlignedTable;
import dev.swarmha.cli.output.LockDocument;
import dev.swarmha.cli.output.Printable;
import dev.swarmha.cli.output.ReasonDocument;
import dev.swarmha.cli.output.ReasonText;
import dev.swarmha.cli.output.RevisionText;
import dev.swarmha.cli.output.SafeText;
import dev.swarmha.deploy.plan.SurgeMemory;
import dev.swarmha.deploy.revision.Provenance;
import dev.swarmha.deploy.revision.Revision;
import dev.swarmha.deploy.view.StackStatus;
import dev.swarmha.deploy.view.StackStatus.LockView;
import dev.swarmha.deploy.view.StackStatus.ServiceStatus;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
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
    return lines(Integer.MAX_VALUE);
  }

  @Override
  public List<String> lines(int columns) {
    List<String> lines = new ArrayList<>();
    String stands = status.isConverged() ? "converged" : "not converged";
    lines.add(
        SafeText.line(
            status.stack()
                + ": "
                + stands
                + status.revision().map(each -> ", revision " + text(each)).orElse("")
                + status
                    .later()
                    .filter(each -> isChanging() || !each.isUnfinished())
                    .map(each -> "; revision " + text(each))
                    .orElse("")));
    status.lock().map(StatusView::text).map(SafeText::line).ifPresent(lines::add);
    status
        .later()
        .filter(each -> !isChanging() && each.isUnfinished())
        .map(StatusView::unfinished)
        .ifPresent(lines::add);
    lines.addAll(surges());
    lines.add("");
    lines.addAll(services(columns));
    lines.add("");
    lines.addAll(nodes());
    List<Reason> reasons =
        status.services().stream().flatMap(service -> service.reasons().stream()).toList();
    if (!reasons.isEmpty()) {
      lines.add("");
      lines.add("why:");
      lines.addAll(ReasonText.lines(reasons));
    }
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

  private List<String> services(int columns) {
    AlignedTable table = new AlignedTable();
    table.add(List.of("SERVICE", "MODE", "TASKS", "STATE", "IMAGE", "NODES", "LAST ROLLOUT"));
    status.services().forEach(service -> table.add(cells(service)));
    return table.lines(columns);
  }

  private static List<String> cells(ServiceStatus service) {
    return List.of(
        service.name(),
        service.mode(),
        service.running() + "/" + service.wanted(),
        word(service.state()),
        service.image(),
        spread(service.spread()),
        service.rollout());
  }

  private List<String> nodes() {
    AlignedTable table = new AlignedTable();
    table.add(List.of("NODE", "STATUS", "TASKS"));
    status
        .spread()
        .forEach((node, tasks) -> table.add(List.of(node, state(node), String.valueOf(tasks))));
    return table.lines();
  }

  private String state(String node) {
    return status.notReady().contains(node) ? "not ready" : "ready";
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
  public Document document() {
    return Mapping.builder()
        .put("stack", status.stack())
        .put("converged", status.isConverged())
        .put("revision", status.revision().map(StatusView::document).orElse(Document.nothing()))
        .put("laterRevision", status.later().map(StatusView::document).orElse(Document.nothing()))
        .put("lock", status.lock().map(StatusView::document).orElse(Document.nothing()))
        .put("services", Sequence.of(status.services().stream().map(StatusView::document).toList()))
        .put("nodes", counts(status.spread()))
        .put("nodesNotReady", Document.texts(List.copyOf(status.notReady())))
        .build();
  }

  private static Document document(Revision revision) {
    Provenance provenance = revision.caption().provenance();
    return Mapping.builder()
        .put("number", revision.number())
        .put("state", revision.state().word())
        .put("message", ReasonDocument.orNull(revision.message()))
        .put("at", RevisionText.at(revision))
        .put("user", ReasonDocument.orNull(provenance.user()))
        .put("machine", ReasonDocument.orNull(provenance.machine()))
        .put("job", ReasonDocument.orNull(provenance.job()))
        .build();
  }

  private static Document document(LockView lock) {
    return LockDocument.of(lock.holder()).with("overdue", Document.bool(lock.overdue()));
  }

  private static Mapping document(ServiceStatus service) {
    return Mapping.builder()
        .put("name", service.name())
        .put("mode", service.mode())
        .put("running", service.running())
        .put("wanted", service.wanted())
        .put("state", word(service.state()))
        .put("image", service.image())
        .put("rollout", service.rollout())
        .put("nodes", counts(service.spread()))
        .put("reasons", ReasonDocument.all(service.reasons()))
        .put("surge", service.surge().map(SurgeMemory::more).orElse(0L))
        .build();
  }

  private static Mapping counts(Map<String, Integer> tasks) {
    Mapping.Builder counts = Mapping.builder();
    tasks.forEach((node, count) -> counts.put(node, count));
    return counts.build();
  }
}
