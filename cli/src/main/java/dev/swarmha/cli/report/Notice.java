package dev.swarmha.cli.report;

import dev.swarmha.cli.output.SafeText;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.engine.time.DurationText;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is posted when a command has ended: the result, and a {@code text} that Slack shows. What
 * tasks and healthchecks have written stays behind, since nobody knows what is in it.
 */
final class Notice {

  private static final Set<String> WRITTEN_BY_TASKS = Set.of("logTail", "healthChecks");
  private static final int REASONS_SHOWN = 5;

  private Notice() {}

  static Mapping of(Ending ending) {
    Mapping.Builder notice = Mapping.builder().put("text", text(ending));
    ending
        .result()
        .entries()
        .forEach((name, value) -> notice.put(name, name.equals("reasons") ? bare(value) : value));
    return notice.build();
  }

  private static Document bare(Document reasons) {
    return reasons instanceof Sequence all
        ? Sequence.of(all.items().stream().map(Notice::withoutWritings).toList())
        : reasons;
  }

  private static Document withoutWritings(Document reason) {
    if (!(reason instanceof Mapping mapping)) {
      return reason;
    }
    Mapping.Builder bare = Mapping.builder();
    for (Map.Entry<String, Document> entry : mapping.entries().entrySet()) {
      if (!WRITTEN_BY_TASKS.contains(entry.getKey())) {
        bare.put(entry.getKey(), entry.getValue());
      }
    }
    return bare.build();
  }

  private static String text(Ending ending) {
    StringBuilder text = new StringBuilder("swarmha ");
    text.append(ending.command()).append(": ").append(ending.word());
    text.append(" after ").append(DurationText.of(ending.took()));
    text.append(" (exit code ").append(ending.code().number()).append("): ");
    text.append(ending.message());
    ending.outcome().map(Outcome::reasons).orElse(List.of()).stream()
        .limit(REASONS_SHOWN)
        .forEach(
            reason ->
                text.append("\n• ")
                    .append(reason.task().map(task -> task.name()).orElse(reason.service()))
                    .append(reason.node().map(node -> " on " + node).orElse(""))
                    .append(": ")
                    .append(SafeText.line(reason.message())));
    return forSlack(text.toString());
  }

  /** These three characters mean something in Slack's messages. */
  private static String forSlack(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
