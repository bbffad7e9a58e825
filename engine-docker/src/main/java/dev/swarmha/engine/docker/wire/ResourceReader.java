package dev.swarmha.engine.docker.wire;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.ObjectVersion;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.UpdateStatus;
import dev.swarmha.engine.UpdateStatus.UpdateState;
import java.util.Optional;

/** Reads services, networks, secrets, configs and nodes as resources, their specs untouched. */
public final class ResourceReader {

  private ResourceReader() {}

  public static Resource read(ResourceKind kind, Mapping object) {
    return switch (kind) {
      case NETWORK -> network(object);
      case NODE -> swarmObject(kind, object, NodeReader.hostname(object));
      case SECRET, CONFIG, SERVICE ->
          swarmObject(kind, object, Values.text(object, "Spec", "Name"));
    };
  }

  private static Resource swarmObject(ResourceKind kind, Mapping object, String name) {
    return new Resource(
        kind,
        Values.requiredId(object, "ID"),
        Values.version(object),
        name,
        Values.instant(object, "CreatedAt"),
        Values.instant(object, "UpdatedAt"),
        object.mapping("Spec"),
        updateStatus(object));
  }

  private static Optional<UpdateStatus> updateStatus(Mapping object) {
    Mapping status = object.mapping("UpdateStatus");
    return status
        .text("State")
        .filter(state -> !state.isEmpty())
        .map(
            state ->
                new UpdateStatus(
                    Values.constant(state, UpdateState.UNKNOWN), Values.text(status, "Message")));
  }

  private static Resource network(Mapping object) {
    return new Resource(
        ResourceKind.NETWORK,
        Values.requiredId(object, "Id"),
        ObjectVersion.NONE,
        Values.text(object, "Name"),
        Values.instant(object, "Created"),
        NetworkSpec.of(object),
        Optional.empty());
  }
}
