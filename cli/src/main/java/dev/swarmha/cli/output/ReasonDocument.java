package dev.swarmha.cli.output;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
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
    return document.build();
  }

  /** What is not known is null, so that every object of a type has the same members. */
  public static Document orNull(Optional<String> text) {
    return text.map(Document::text).orElse(Document.nothing());
  }
}
