package dev.swarmha.cli.output;

import dev.swarmha.deploy.cluster.declared.ClusterPlan;
import dev.swarmha.deploy.cluster.declared.ClusterStep;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;

/** The plan of a cluster as a document. */
public final class ClusterPlanDocument {

  private ClusterPlanDocument() {}

  public static Mapping of(ClusterPlan plan) {
    return Mapping.builder()
        .put("steps", Sequence.of(plan.steps().stream().map(ClusterPlanDocument::planned).toList()))
        .put("leftOut", Document.texts(plan.shortfalls()))
        .put("notes", Document.texts(plan.notes()))
        .build();
  }

  /** What a step is about. */
  public static Mapping named(ClusterStep step) {
    return Mapping.builder()
        .put("number", step.number())
        .put("verb", step.verb().word())
        .put("kind", step.kind())
        .put("name", step.name())
        .build();
  }

  private static Mapping planned(ClusterStep step) {
    return Mapping.builder()
        .putAll(named(step))
        .put("cause", step.cause())
        .put("after", Sequence.of(step.after().stream().map(Document::number).toList()))
        .build();
  }
}
