package dev.swarmha.deploy.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which tasks of a service stay when it is scaled down while all of them run (swarmkit {@code
 * manager/orchestrator/replicated}): those are removed first that are the most on their node, so
 * that the fullest nodes lose; placement preferences do not count. Which of the nodes that have as
 * many keeps the last one is left to chance.
 */
public final class ScaleDown {

  private ScaleDown() {}

  /**
   * How many tasks stay on each node.
   *
   * @param tasks how many each node has
   * @param replicas how many stay in all
   */
  public static List<Integer> keep(List<Integer> tasks, int replicas, Chance chance) {
    List<Integer> kept = new ArrayList<>(tasks.stream().map(any -> 0).toList());
    int left = replicas;
    for (int level = 1; left > 0; level++) {
      List<Integer> nodes = new ArrayList<>();
      for (int node = 0; node < tasks.size(); node++) {
        if (tasks.get(node) >= level) {
          nodes.add(node);
        }
      }
      if (nodes.isEmpty()) {
        return kept;
      }
      List<Integer> order = nodes.size() <= left ? nodes : chance.order(nodes);
      for (int node : order.subList(0, Math.min(left, order.size()))) {
        kept.set(node, level);
      }
      left -= nodes.size();
    }
    return kept;
  }

  /** All that may stay, by node. */
  public static Set<List<Integer>> outcomes(List<Integer> tasks, int replicas) {
    return Outcomes.of(chance -> keep(tasks, replicas, chance), 100_000, 0);
  }
}
