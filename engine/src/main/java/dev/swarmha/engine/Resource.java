package dev.swarmha.engine;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Mapping;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One object as it was read from the swarm: enough to plan, to write back, and to restore. The spec
 * is complete, unknown fields included, so that writing it back loses nothing.
 *
 * @param updatedAt when it was last written, by the clock of the manager that led then; of kinds
 *     that the Engine does not version, when it was created
 */
public record Resource(
    ResourceKind kind,
    ResourceId id,
    ObjectVersion version,
    String name,
    Instant createdAt,
    Instant updatedAt,
    Mapping spec,
    Optional<UpdateStatus> updateStatus) {

  public Resource {
    requireNonNull(kind, "kind");
    requireNonNull(id, "id");
    requireNonNull(version, "version");
    requireNonNull(name, "name");
    requireNonNull(createdAt, "createdAt");
    requireNonNull(updatedAt, "updatedAt");
    requireNonNull(spec, "spec");
    requireNonNull(updateStatus, "updateStatus");
  }

  /** An object that nobody has changed since it was created. */
  public Resource(
      ResourceKind kind,
      ResourceId id,
      ObjectVersion version,
      String name,
      Instant createdAt,
      Mapping spec,
      Optional<UpdateStatus> updateStatus) {
    this(kind, id, version, name, createdAt, createdAt, spec, updateStatus);
  }

  /** The labels in the spec. */
  public Map<String, String> labels() {
    return spec.mapping("Labels").texts();
  }

  public Optional<String> label(String key) {
    return spec.mapping("Labels").text(key);
  }

  /** The same object with another spec, as a basis for an update of this very version. */
  public Resource withSpec(Mapping changed) {
    return new Resource(kind, id, version, name, createdAt, updatedAt, changed, updateStatus);
  }
}
