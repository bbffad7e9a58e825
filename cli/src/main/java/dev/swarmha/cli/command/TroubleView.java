package dev.swarmha.cli.command;

import static java.util.Objects.requireNonNull;

import dev.swarmha.cli.output.AlignedTable;
import dev.swarmha.cli.output.Printable;
import dev.swarmha.cli.output.ReasonDocument;
import dev.swarmha.cli.output.ReasonText;
import dev.swarmha.cli.output.SafeText;
import dev.swarmha.deploy.explain.Ailment;
import dev.swarmha.deploy.explain.Explanation;
import dev.swarmha.deploy.explain.TaskTrouble;
import dev.swarmha.deploy.placement.NodeFit;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.engine.time.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Why a service or a task does not run: a block of lines for each trouble. */
record TroubleView(Explanation explanation, Instant now) implements Printable {

  private static final int ID_SHOWN = 12;

  TroubleView {
    requireNonNull(explanation, "explanation");
    requireNonNull(now, "now");
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    String name = explanation.task().orElse(explanation.service());
    lines.add(SafeText.line(name + ": " + explanation.summary()));
    if (!explanation.rollout().isEmpty() && !explanation.well()) {
      lines.add(SafeText.line("last rollout: " + explanation.rollout()));
    }
    lines.addAll(table(explanation.nodes()));
    for (TaskTrouble trouble : explanation.troubles()) {
      lines.add("");
      add(trouble, lines);
    }
    return lines;
  }

  private void add(TaskTrouble trouble, List<String> lines) {
    lines.add(SafeText.line(heading(trouble)));
    String error = trouble.task().status().error();
    String words = error.isBlank() ? trouble.task().status().message() : error;
    SafeText.lines(words).stream()
        .filter(line -> !line.isEmpty())
        .forEach(it -> lines.add("  " + it));
    lines.addAll(facts(trouble));
    lines.addAll(table(trouble.nodes()));
    trouble.elsewhere().ifPresent(where -> lines.add(SafeText.line("  " + where)));
    block("what its healthcheck wrote:", ReasonText.checks(trouble.healthChecks()), lines);
    block("the last lines of its log:", trouble.logTail(), lines);
    lines.add(SafeText.line("  what to do: " + trouble.advice()));
  }

  private String heading(TaskTrouble trouble) {
    String node = trouble.node().map(name -> " on " + name).orElse("");
    String id = trouble.task().id().value();
    String shortId = id.substring(0, Math.min(id.length(), ID_SHOWN));
    String times = trouble.times() > 1 ? ", " + trouble.times() + " times in a row" : "";
    String alike =
        switch (trouble.alike()) {
          case 0 -> "";
          case 1 -> "; 1 other task alike";
          default -> "; " + trouble.alike() + " other tasks alike";
        };
    return trouble.name() + node + " (" + shortId + "): " + state(trouble) + times + alike;
  }

  private String state(TaskTrouble trouble) {
    if (trouble.ailment() == Ailment.NODE_LOST) {
      return "its node is not heard from";
    }
    Instant since = trouble.task().status().since();
    long seconds = Math.max(0, Duration.between(since, now).toSeconds());
    String age = DurationText.of(Duration.ofSeconds(seconds));
    String state = word(trouble.task().state());
    return trouble.task().state().isTerminal() ? state + " " + age + " ago" : state + " for " + age;
  }

  private static List<String> facts(TaskTrouble trouble) {
    List<String> facts = new ArrayList<>();
    trouble.task().status().exitCode().ifPresent(code -> facts.add("  exit code " + code));
    if (trouble.outOfMemory()) {
      facts.add("  killed for want of memory");
    }
    return facts;
  }

  private static void block(String title, List<String> block, List<String> lines) {
    if (!block.isEmpty()) {
      lines.add("  " + title);
      block.forEach(line -> lines.add("    " + SafeText.line(line)));
    }
  }

  private static List<String> table(List<NodeFit> nodes) {
    if (nodes.isEmpty()) {
      return List.of();
    }
    AlignedTable table = new AlignedTable();
    table.add(List.of("  NODE", "WHY NOT"));
    nodes.forEach(fit -> table.add(List.of("  " + fit.node().hostname(), words(fit))));
    return table.lines();
  }

  private static String words(NodeFit fit) {
    if (!fit.fits()) {
      return fit.words();
    }
    return fit.undecidable()
        ? "(nothing that can be seen from here)"
        : "(it fits; the managers have not looked again yet)";
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Document document() {
    return Mapping.builder()
        .put("service", explanation.service())
        .put("task", ReasonDocument.orNull(explanation.task()))
        .put("well", explanation.well())
        .put("summary", explanation.summary())
        .put("rollout", explanation.rollout())
        .put("nodes", nodes(explanation.nodes()))
        .put(
            "troubles",
            Sequence.of(explanation.troubles().stream().map(TroubleView::document).toList()))
        .build();
  }

  private static Mapping document(TaskTrouble trouble) {
    return Mapping.builder()
        .put("task", trouble.name())
        .put("id", trouble.task().id().value())
        .put("node", ReasonDocument.orNull(trouble.node()))
        .put("state", word(trouble.task().state()))
        .put("desiredState", word(trouble.task().desired()))
        .put("since", trouble.task().status().since().truncatedTo(ChronoUnit.SECONDS).toString())
        .put("message", trouble.task().status().message())
        .put("error", trouble.task().status().error())
        .put(
            "exitCode",
            trouble
                .task()
                .status()
                .exitCode()
                .<Document>map(Document::number)
                .orElse(Document.nothing()))
        .put("outOfMemory", trouble.outOfMemory())
        .put("kind", trouble.ailment().word())
        .put("times", trouble.times())
        .put("alike", trouble.alike())
        .put("nodes", nodes(trouble.nodes()))
        .put(
            "healthChecks",
            Sequence.of(trouble.healthChecks().stream().map(ReasonDocument::of).toList()))
        .put("elsewhere", ReasonDocument.orNull(trouble.elsewhere()))
        .put("logTail", Document.texts(trouble.logTail()))
        .put("advice", trouble.advice())
        .build();
  }

  private static Sequence nodes(List<NodeFit> nodes) {
    return Sequence.of(
        nodes.stream()
            .map(
                fit ->
                    Mapping.builder()
                        .put("node", fit.node().hostname())
                        .put("fits", fit.fits())
                        .put("refusals", refusals(fit))
                        .build())
            .toList());
  }

  private static Sequence refusals(NodeFit fit) {
    return Sequence.of(
        fit.refusals().stream()
            .map(
                refusal ->
                    Mapping.builder()
                        .put("filter", refusal.filter().word())
                        .put("message", refusal.message())
                        .build())
            .toList());
  }
}
