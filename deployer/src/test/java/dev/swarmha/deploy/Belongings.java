package dev.swarmha.deploy;

import dev.swarmha.deploy.plan.ComparisonRules;
import dev.swarmha.deploy.plan.Reconciler;
import dev.swarmha.deploy.revision.RevisionStore;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.Snapshot.ExternalNames;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.testkit.InMemorySwarm;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything in a swarm but revisions, in a form in which two swarms can be compared: services as
 * their specs mean it, without ids, and the names of all else.
 */
record Belongings(
    Map<String, Mapping> services, Map<ResourceKind, Set<String>> names, List<String> running) {

  static Belongings of(InMemorySwarm swarm) {
    SwarmEngine engine = swarm.connection().swarm();
    Snapshot snapshot = Snapshot.ofStack(engine, swarm.timeline(), "shop", ExternalNames.NONE);
    ComparisonRules rules = new ComparisonRules(Reconciler.networkNames(snapshot));
    Map<String, Mapping> services = new TreeMap<>();
    Map<ResourceKind, Set<String>> names = new TreeMap<>();
    for (ResourceKind kind :
        List.of(ResourceKind.NETWORK, ResourceKind.SECRET, ResourceKind.CONFIG)) {
      Set<String> found = new TreeSet<>();
      engine.list(kind, Selector.all()).stream()
          .filter(each -> each.label(RevisionStore.STACK_LABEL).isEmpty())
          .map(Resource::name)
          .forEach(found::add);
      names.put(kind, found);
    }
    engine
        .list(ResourceKind.SERVICE, Selector.all())
        .forEach(each -> services.put(each.name(), rules.smallest(each.spec())));
    List<String> running =
        services.keySet().stream()
            .flatMap(
                name ->
                    swarm.service(name).runningImages().stream()
                        .map(image -> name + " runs " + image))
            .toList();
    return new Belongings(services, names, running);
  }

  Set<String> configs() {
    return names.getOrDefault(ResourceKind.CONFIG, Set.of());
  }
}
