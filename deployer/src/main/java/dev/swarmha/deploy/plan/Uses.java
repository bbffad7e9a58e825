package dev.swarmha.deploy.plan;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import java.util.Set;
import java.util.TreeSet;

/** What services refer to: networks, secrets and configs. */
final class Uses {

  /** Those that each node has by itself; they are in no list, and nobody makes them. */
  private static final Set<String> OF_EACH_NODE = Set.of("bridge", "default", "host", "none");

  private Uses() {}

  /** Everything that a service names in its spec. */
  static Set<ResourceRef> of(Mapping service) {
    Set<ResourceRef> used = new TreeSet<>(Generations.usedBy(service));
    service
        .mapping("TaskTemplate")
        .sequence("Networks")
        .mappings()
        .flatMap(network -> network.text("Target").stream())
        .forEach(name -> used.add(new ResourceRef(ResourceKind.NETWORK, name)));
    return used;
  }

  static boolean isOfEachNode(ResourceRef used) {
    return used.kind() == ResourceKind.NETWORK && OF_EACH_NODE.contains(used.name());
  }
}
