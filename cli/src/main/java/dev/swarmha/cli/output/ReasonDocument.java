package dev.swarmha.cli.output;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.engine.Container.HealthCheckRun;
import dev.swarmha.wait.Diagnosis;
import dev.swarmha.wait.Diagnosis.NodeRefusal;
import dev.swarmha.wait.Reason;
import java.util.List;
import java.util.Optional;

/** Reasons as documents. */
public final class ReasonDocument {

  private ReasonDocument() {}

  public static Sequence all(List<Reason> reasons) {
    return Sequence.of(reasons.stream().map(ReasonDocument::of).toList());
  }

  private static Mapping of(Reason reason) {
    Mapping.Builder document =
        Mapping.builder()
            .put("service", reason.service())
            .put("task", orNull(reason.task().map(Reason.FailedTask::name)))
            .put("node", orNull(reason.node()))
            .put("message", reason.message());
    if (!reason.logTail().isEmpty()) {
      document.put("logTail", Document.texts(reason.logTail()));
    }
    add(reason.diagnosis(), document);
    return document.build();
  }

  /** Only what is known. */
  private static void add(Diagnosis diagnosis, Mapping.Builder document) {
    diagnosis.exitCode().ifPresent(code -> document.put("exitCode", code));
    if (diagnosis.outOfMemory()) {
      document.put("outOfMemory", true);
    }
    if (!diagnosis.nodes().isEmpty()) {
      document.put(
          "nodes", Sequence.of(diagnosis.nodes().stream().map(ReasonDocument::of).toList()));
    }
    if (!diagnosis.healthChecks().isEmpty()) {
      document.put(
          "healthChecks",
          Sequence.of(diagnosis.healthChecks().stream().map(ReasonDocument::of).toList()));
    }
    diagnosis.advice().ifPresent(advice -> document.put("advice", advice));
  }

  private static Mapping of(NodeRefusal refusal) {
    return Mapping.builder().put("node", refusal.node()).put("message", refusal.message()).build();
  }

  /** One run of a healthcheck. */
  public static Mapping of(HealthCheckRun run) {
    return Mapping.builder().put("exitCode", run.exitCode()).put("output", run.output()).build();
  }

  /** What is not known is null, so that every object of a type has the same members. */
  public static Document orNull(Optional<String> text) {
    return text.map(Document::text).orElse(Document.nothing());
  }
}
