package dev.swarmha.deploy.cluster.declared;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.SwarmSettings;
import dev.swarmha.engine.time.Timeline;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A swarm as it was observed: what holds for the whole, its nodes, and what stacks share. */
record ClusterSnapshot(SwarmSettings settings, Snapshot objects) {

  private static final List<ResourceKind> KINDS =
      List.of(ResourceKind.NETWORK, ResourceKind.SECRET, ResourceKind.CONFIG, ResourceKind.NODE);

  ClusterSnapshot {
    requireNonNull(settings, "settings");
    requireNonNull(objects, "objects");
  }

  static ClusterSnapshot of(EngineConnection connection, Timeline timeline) {
    SwarmEngine engine = connection.swarm();
    Map<ResourceKind, List<Resource>> objects = new EnumMap<>(ResourceKind.class);
    KINDS.forEach(kind -> objects.put(kind, engine.list(kind, Selector.all())));
    return new ClusterSnapshot(
        connection.membership().settings(),
        new Snapshot(timeline.instant(), objects, List.of(), engine.nodes()));
  }
}
