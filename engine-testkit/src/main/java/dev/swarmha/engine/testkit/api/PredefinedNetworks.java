package dev.swarmha.engine.testkit.api;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.testkit.state.StoredObject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The networks that every node has by itself, as the swarm knows them: services refer to them by
 * id, as to any other, but no list shows them (moby {@code daemon/cluster/filters.go}).
 */
final class PredefinedNetworks {

  private static final Set<String> NAMES = Set.of("bridge", "host", "none");
  private static final String ID_PREFIX = "predefined-";

  private PredefinedNetworks() {}

  /** The id that the swarm has for the network of this name. */
  static Optional<ResourceId> id(String name) {
    return NAMES.contains(name) ? Optional.of(new ResourceId(ID_PREFIX + name)) : Optional.empty();
  }

  static Optional<StoredObject> find(ResourceId id) {
    return NAMES.stream()
        .filter(name -> id.value().equals(ID_PREFIX + name))
        .findFirst()
        .map(name -> network(id, name));
  }

  private static StoredObject network(ResourceId id, String name) {
    Mapping spec =
        Mapping.builder()
            .put("Name", name)
            .put("Driver", name)
            .put("Labels", Mapping.ofTexts(Map.of("com.docker.swarm.predefined", "true")))
            .build();
    return new StoredObject(
        ResourceKind.NETWORK,
        id,
        name,
        Instant.EPOCH,
        Instant.EPOCH,
        0,
        spec,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
