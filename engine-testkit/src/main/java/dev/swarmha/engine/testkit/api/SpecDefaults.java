package dev.swarmha.engine.testkit.api;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.engine.ResourceKind;

/**
 * What the Engine fills in when it stores a spec, so that what is read differs from what was
 * written (moby {@code daemon/cluster/convert}).
 */
final class SpecDefaults {

  private static final DocumentPath CONTAINER = DocumentPath.of("TaskTemplate", "ContainerSpec");

  private SpecDefaults() {}

  static Mapping apply(ResourceKind kind, Mapping spec) {
    Mapping labelled = spec.with("Labels", spec.mapping("Labels"));
    return kind == ResourceKind.SERVICE ? service(labelled) : labelled;
  }

  private static Mapping service(Mapping spec) {
    Mapping filled = filledAt(spec, CONTAINER.child("Isolation"), Document.text("default"));
    filled =
        filledAt(filled, DocumentPath.of("TaskTemplate", "Runtime"), Document.text("container"));
    filled = filledAt(filled, DocumentPath.of("TaskTemplate", "ForceUpdate"), Document.number(0));
    if (filled.at("TaskTemplate", "RestartPolicy").isPresent()) {
      filled = restartPolicy(filled);
    }
    filled = rolloutPolicy(rolloutPolicy(filled, "UpdateConfig"), "RollbackConfig");
    filled = filled.with("Mode", mode(filled.mapping("Mode")));
    return filled.has("EndpointSpec")
        ? filled.with("EndpointSpec", endpoint(filled.mapping("EndpointSpec")))
        : filled;
  }

  private static Mapping restartPolicy(Mapping spec) {
    DocumentPath policy = DocumentPath.of("TaskTemplate", "RestartPolicy");
    Mapping filled = filledAt(spec, policy.child("Condition"), Document.text("any"));
    return filledAt(filled, policy.child("MaxAttempts"), Document.number(0));
  }

  private static Mapping rolloutPolicy(Mapping spec, String key) {
    if (spec.get(key).flatMap(Document::asMapping).isEmpty()) {
      return spec;
    }
    Mapping policy = filled(spec.mapping(key), "Parallelism", Document.number(0));
    policy = filled(policy, "FailureAction", Document.text("pause"));
    policy = filled(policy, "MaxFailureRatio", Document.number(0));
    return spec.with(key, filled(policy, "Order", Document.text("stop-first")));
  }

  private static Mapping mode(Mapping mode) {
    if (mode.has("Replicated") || mode.isEmpty()) {
      return mode.with(
          "Replicated", filled(mode.mapping("Replicated"), "Replicas", Document.number(1)));
    }
    if (mode.has("ReplicatedJob")) {
      Mapping job = filled(mode.mapping("ReplicatedJob"), "MaxConcurrent", Document.number(1));
      Document atOnce = job.get("MaxConcurrent").orElseThrow();
      return mode.with("ReplicatedJob", filled(job, "TotalCompletions", atOnce));
    }
    return mode;
  }

  private static Mapping endpoint(Mapping endpoint) {
    Mapping filled = filled(endpoint, "Mode", Document.text("vip"));
    if (endpoint.sequence("Ports").isEmpty()) {
      return filled.without("Ports");
    }
    return filled.with(
        "Ports",
        Sequence.of(endpoint.sequence("Ports").mappings().map(SpecDefaults::port).toList()));
  }

  private static Mapping port(Mapping port) {
    return filled(
        filled(port, "Protocol", Document.text("tcp")), "PublishMode", Document.text("ingress"));
  }

  private static Mapping filledAt(Mapping spec, DocumentPath path, Document value) {
    return isSet(spec.at(path).orElseGet(Document::nothing)) ? spec : spec.withAt(path, value);
  }

  private static Mapping filled(Mapping mapping, String key, Document value) {
    return isSet(mapping.get(key).orElseGet(Document::nothing))
        ? mapping
        : mapping.with(key, value);
  }

  private static boolean isSet(Document value) {
    return !value.isNull() && value.asText().filter(String::isEmpty).isEmpty();
  }
}
