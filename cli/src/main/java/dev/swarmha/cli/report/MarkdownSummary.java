package dev.swarmha.cli.report;

import dev.swarmha.cli.output.ReasonText;
import dev.swarmha.cli.output.SafeText;
import dev.swarmha.deploy.outcome.DeployReport;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.engine.time.DurationText;
import dev.swarmha.wait.Reason;
import dev.swarmha.wait.probe.CheckSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a command ended, as a page of Markdown: outcome, services, health, and why it failed. */
final class MarkdownSummary {

  private static final Pattern MARKS = Pattern.compile("([\\\\`*{}\\[\\]<>#|~!$])");
  private static final String FENCE = "````";

  private final List<String> lines = new ArrayList<>();

  private MarkdownSummary() {}

  static String of(Ending ending) {
    MarkdownSummary summary = new MarkdownSummary();
    summary.addHead(ending);
    ending.outcome().ifPresent(summary::addOutcome);
    return String.join("\n", summary.lines) + "\n";
  }

  private void addHead(Ending ending) {
    lines.add("## swarmha " + ending.command() + ": " + ending.word());
    lines.add("");
    List<String> message = SafeText.lines(ending.message());
    lines.add(String.join("  \n", message.stream().map(MarkdownSummary::escaped).toList()));
    lines.add("");
    addTable("", "");
    addRow("exit code", String.valueOf(ending.code().number()));
    ending.outcome().flatMap(Outcome::report).ifPresent(this::addStack);
    addRow("duration", DurationText.of(ending.took()));
  }

  private void addStack(DeployReport report) {
    addRow("stack", report.stack());
    report
        .revision()
        .ifPresent(revision -> addRow("revision", revision + before(report.previousRevision())));
  }

  private static String before(Optional<Integer> revision) {
    return revision.map(number -> " (before: " + number + ")").orElse("");
  }

  private void addOutcome(Outcome outcome) {
    outcome.report().filter(report -> !report.services().isEmpty()).ifPresent(this::addServices);
    addHealth(outcome.health());
    addReasons(outcome.reasons());
  }

  private void addServices(DeployReport report) {
    lines.add("");
    addTable("service", "action", "state");
    report
        .services()
        .forEach(each -> addRow(each.name(), each.action().word(), each.state().word()));
  }

  private void addHealth(List<CheckSummary> checks) {
    if (checks.isEmpty()) {
      return;
    }
    lines.add("");
    addTable("health check", "at the end", "tries", "failed", "dropped", "slowest");
    checks.forEach(
        check ->
            addRow(
                check.address(),
                check.passed() ? "healthy" : "not healthy",
                String.valueOf(check.tries()),
                String.valueOf(check.failures()),
                String.valueOf(check.dropped()),
                DurationText.of(check.slowest())));
  }

  /** As they are, since logs are in them: nothing in a fence is taken for Markdown. */
  private void addReasons(List<Reason> reasons) {
    if (reasons.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add("### Why");
    lines.add("");
    lines.add(FENCE + "text");
    ReasonText.lines(reasons).forEach(line -> lines.add(line.replace(FENCE, "```")));
    lines.add(FENCE);
  }

  private void addTable(String... heads) {
    addRow(heads);
    lines.add("|---".repeat(heads.length) + "|");
  }

  private void addRow(String... cells) {
    StringBuilder row = new StringBuilder("|");
    for (String cell : cells) {
      row.append(' ').append(escaped(SafeText.line(cell))).append(" |");
    }
    lines.add(row.toString());
  }

  private static String escaped(String text) {
    return MARKS.matcher(text).replaceAll("\\\\$1");
  }
}
