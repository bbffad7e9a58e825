package dev.swarmha.deploy.node;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.FieldChange;
import dev.swarmha.document.Mapping;
import java.util.Optional;

/** What a node can be made: one field of its spec. */
public enum NodeChange {
  PROMOTE("Role", "manager", "a manager", "promoted"),
  DEMOTE("Role", "worker", "a worker", "demoted"),
  ACTIVATE("Availability", "active", "active", "activated"),
  PAUSE("Availability", "pause", "paused", "paused"),
  DRAIN("Availability", "drain", "drained", "drained");

  private final String field;
  private final String value;
  private final String words;
  private final String past;

  NodeChange(String field, String value, String words, String past) {
    this.field = field;
    this.value = value;
    this.words = words;
    this.past = past;
  }

  /** What the node is afterwards. */
  String words() {
    return words;
  }

  /** What has been done to the node. */
  String past() {
    return past;
  }

  boolean isMade(Mapping spec) {
    return spec.text(field).filter(value::equals).isPresent();
  }

  Mapping on(Mapping spec) {
    return spec.with(field, Document.text(value));
  }

  FieldChange from(Mapping spec) {
    return new FieldChange(
        DocumentPath.of(field), spec.get(field), Optional.of(Document.text(value)));
  }

  String cause(Mapping spec) {
    return spec.text(field).orElse("(none)") + " -> " + value;
  }
}
