package dev.swarmha.cli.command;

import static java.util.Objects.requireNonNull;

import dev.swarmha.cli.output.AlignedTable;
import dev.swarmha.cli.output.Paint;
import dev.swarmha.cli.output.Printable;
import dev.swarmha.cli.output.ReasonText;
import dev.swarmha.cli.output.SafeText;
import dev.swarmha.cli.output.Screen;
import dev.swarmha.cli.output.StateColour;
import dev.swarmha.deploy.explain.Ailment;
import dev.swarmha.deploy.explain.Explanation;
import dev.swarmha.deploy.explain.TaskTrouble;
import dev.swarmha.deploy.placement.NodeFit;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.time.DurationText;
import java.time.Duration;
import java.time.Instant;
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
    return lines(Screen.NONE);
  }

  @Override
  public List<String> lines(Screen screen) {
    List<String> lines = new ArrayList<>();
    String name = explanation.task().orElse(explanation.service());
    lines.addAll(
        painted(
            name + ": " + explanation.summary(),
            explanation.well() ? Paint.GOOD : Paint.UNSETTLED,
            screen));
    if (!explanation.rollout().isEmpty() && !explanation.well()) {
      lines.addAll(painted("last rollout: " + explanation.rollout(), Paint.PLAIN, screen));
    }
    lines.addAll(table(explanation.nodes(), screen));
    for (TaskTrouble trouble : explanation.troubles()) {
      lines.add("");
      lines.addAll(painted(heading(trouble), StateColour.of(trouble.task().state()), screen));
      lines.addAll(screen.wrapped(found(trouble)));
      lines.addAll(table(trouble.nodes(), screen));
      lines.addAll(screen.wrapped(known(trouble)));
    }
    return lines;
  }

  private static List<String> painted(String text, Paint paint, Screen screen) {
    return screen.wrapped(List.of(SafeText.line(text))).stream()
        .map(line -> screen.paint(paint, line))
        .toList();
  }

  /** What the Engine says of it. */
  private static List<String> found(TaskTrouble trouble) {
    String error = trouble.task().status().error();
    String words = error.isBlank() ? trouble.task().status().message() : error;
    List<String> lines = new ArrayList<>();
    SafeText.lines(words).stream()
        .filter(line -> !line.isEmpty())
        .forEach(it -> lines.add("  " + it));
    lines.addAll(facts(trouble));
    return lines;
  }

  /** What else is known of it, and what to do. */
  private static List<String> known(TaskTrouble trouble) {
    List<String> lines = new ArrayList<>();
    trouble.elsewhere().ifPresent(where -> lines.add(SafeText.line("  " + where)));
    block("what its healthcheck wrote:", ReasonText.checks(trouble.healthChecks()), lines);
    block("the last lines of its log:", trouble.logTail(), lines);
    lines.add(SafeText.line("  what to do: " + trouble.advice()));
    return lines;
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

  private static List<String> table(List<NodeFit> nodes, Screen screen) {
    if (nodes.isEmpty()) {
      return List.of();
    }
    AlignedTable table = new AlignedTable();
    table.add(List.of("  NODE", "WHY NOT"));
    nodes.forEach(fit -> table.add(List.of("  " + fit.node().hostname(), words(fit))));
    return table.lines(screen);
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
  public Mapping document() {
    return TroubleDocument.of(explanation);
  }
}
