package dev.swarmha.deploy.rebalance;

import dev.swarmha.deploy.placement.Candidate;
import dev.swarmha.deploy.placement.NodeLoads;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many tasks of a service, or of several, are on each node, in words. */
final class Spread {

  /** More nodes than anybody reads in a line about one service. */
  static final int MANY_NODES = 12;

  private Spread() {}

  /** Those of one service on the nodes that take its tasks or have any: {@code n1 2, n2 1}. */
  static String of(List<Candidate> nodes) {
    Map<String, Integer> counts = new TreeMap<>();
    nodes.stream()
        .filter(node -> node.takesTasks() || node.own() > 0)
        .forEach(node -> counts.merge(node.node().hostname(), node.own(), Integer::sum));
    if (counts.size() <= MANY_NODES) {
      return words(counts);
    }
    return Collections.min(counts.values())
        + " to "
        + Collections.max(counts.values())
        + " on each of "
        + counts.size()
        + " nodes";
  }

  /** Those of several services together on all nodes. */
  static Map<String, Integer> of(Collection<Resource> services, NodeLoads loads) {
    Map<ResourceId, Integer> sums = new HashMap<>();
    services.forEach(
        service ->
            loads
                .tasksOf(service.id())
                .forEach((node, count) -> sums.merge(node, count, Integer::sum)));
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Node node : loads.nodes()) {
      counts.merge(node.hostname(), sums.getOrDefault(node.id(), 0), Integer::sum);
    }
    return counts;
  }

  static String words(Map<String, ?> counts) {
    return counts.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
