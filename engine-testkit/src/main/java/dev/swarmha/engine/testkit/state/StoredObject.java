package dev.swarmha.engine.testkit.state;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.ObjectVersion;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.UpdateStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * One object as the managers keep it. The version is that of the raft index at which it was last
 * written, by a user or by a manager itself.
 */
public record StoredObject(
    ResourceKind kind,
    ResourceId id,
    String name,
    Instant createdAt,
    Instant updatedAt,
    long version,
    Mapping spec,
    Optional<Mapping> previousSpec,
    Optional<UpdateStatus> updateStatus,
    Optional<Payload> payload) {

  public StoredObject {
    requireNonNull(kind, "kind");
    requireNonNull(id, "id");
    requireNonNull(name, "name");
    requireNonNull(createdAt, "createdAt");
    requireNonNull(updatedAt, "updatedAt");
    requireNonNull(spec, "spec");
    requireNonNull(previousSpec, "previousSpec");
    requireNonNull(updateStatus, "updateStatus");
    requireNonNull(payload, "payload");
  }

  /** The spec of a service, read with types. */
  public ServiceSpec service() {
    return new ServiceSpec(spec);
  }

  /** What the API shows. */
  public Resource toResource() {
    ObjectVersion shown =
        kind == ResourceKind.NETWORK ? ObjectVersion.NONE : new ObjectVersion(version);
    return new Resource(kind, id, shown, name, createdAt, updatedAt, spec, updateStatus);
  }

  /** The object as it is stored by a write. */
  StoredObject written(long newVersion, Instant at) {
    return new StoredObject(
        kind, id, name, createdAt, at, newVersion, spec, previousSpec, updateStatus, payload);
  }

  /** The object after an update: the spec becomes the previous one, and the status is cleared. */
  public StoredObject updatedTo(Mapping newSpec) {
    return new StoredObject(
        kind,
        id,
        name,
        createdAt,
        updatedAt,
        version,
        newSpec,
        Optional.of(spec),
        Optional.empty(),
        payload);
  }

  public StoredObject withStatus(UpdateStatus status) {
    return new StoredObject(
        kind,
        id,
        name,
        createdAt,
        updatedAt,
        version,
        spec,
        previousSpec,
        Optional.of(status),
        payload);
  }

  /** The object after a rollback began: the previous spec is back, and there is none before it. */
  public StoredObject rolledBack(UpdateStatus status) {
    return new StoredObject(
        kind,
        id,
        name,
        createdAt,
        updatedAt,
        version,
        previousSpec.orElseThrow(),
        Optional.empty(),
        Optional.of(status),
        payload);
  }
}
