package dev.swarmha.deploy.rebalance;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.Node;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be done with one service, and what comes of it.
 *
 * @param tasks how many tasks are started, and as many stopped
 * @param nodes all nodes
 * @param before how many of its tasks each of them has
 * @param after how many each will have, as far as it is not left to chance
 * @param probable how many each would have if chance fell the first way
 */
record Move(
    Resource service,
    int tasks,
    List<Node> nodes,
    List<Integer> before,
    List<Amount> after,
    List<Integer> probable) {

  Move {
    requireNonNull(service, "service");
    nodes = List.copyOf(nodes);
    before = List.copyOf(before);
    after = List.copyOf(after);
    probable = List.copyOf(probable);
  }

  /** By how many tasks each node changes if chance falls the first way. */
  Map<ResourceId, Integer> changes() {
    Map<ResourceId, Integer> changes = new HashMap<>();
    for (int node = 0; node < nodes.size(); node++) {
      int change = probable.get(node) - before.get(node);
      if (change != 0) {
        changes.put(nodes.get(node).id(), change);
      }
    }
    return changes;
  }

  /** {@code n1 3 -> 2, n3 0 -> 2}: the nodes that change. */
  String words() {
    List<String> words = new ArrayList<>();
    for (int node = 0; node < nodes.size(); node++) {
      Amount then = after.get(node);
      if (!then.equals(Amount.of(before.get(node)))) {
        words.add(nodes.get(node).hostname() + " " + before.get(node) + " -> " + then);
      }
    }
    return String.join(", ", words);
  }
}
