package dev.swarmha.cli.command;

import dev.swarmha.cli.output.ReasonDocument;
import dev.swarmha.deploy.explain.Explanation;
import dev.swarmha.deploy.explain.TaskTrouble;
import dev.swarmha.deploy.placement.NodeFit;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Why a service or a task does not run, as a document. */
final class TroubleDocument {

  private TroubleDocument() {}

  static Mapping of(Explanation explanation) {
    return Mapping.builder()
        .put("service", explanation.service())
        .put("task", ReasonDocument.orNull(explanation.task()))
        .put("well", explanation.well())
        .put("summary", explanation.summary())
        .put("rollout", explanation.rollout())
        .put("nodes", nodes(explanation.nodes()))
        .put(
            "troubles",
            Sequence.of(explanation.troubles().stream().map(TroubleDocument::document).toList()))
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

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
