package dev.swarmha.deploy.rebalance;

import dev.swarmha.deploy.placement.Candidate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How uneven a service's tasks are: over the values of its first spread preference, then over those
 * of the next within them, and at last over the nodes. Less is better, and what comes first counts
 * most.
 *
 * @param unevenness for each of these the sum of the squares of the counts
 */
record Balance(List<Long> unevenness) implements Comparable<Balance> {

  Balance {
    unevenness = List.copyOf(unevenness);
  }

  static Balance of(List<Candidate> nodes, List<Integer> tasks) {
    int depth = nodes.isEmpty() ? 0 : nodes.get(0).branch().size();
    List<Long> found = new ArrayList<>();
    for (int level = 1; level <= depth; level++) {
      Map<List<String>, Long> branches = new HashMap<>();
      for (int node = 0; node < nodes.size(); node++) {
        branches.merge(
            nodes.get(node).branch().subList(0, level), (long) tasks.get(node), Long::sum);
      }
      found.add(branches.values().stream().mapToLong(count -> count * count).sum());
    }
    found.add(tasks.stream().mapToLong(count -> (long) count * count).sum());
    return new Balance(found);
  }

  boolean isBetterThan(Balance other) {
    return compareTo(other) < 0;
  }

  @Override
  public int compareTo(Balance other) {
    for (int level = 0; level < unevenness.size(); level++) {
      int difference = Long.compare(unevenness.get(level), other.unevenness.get(level));
      if (difference != 0) {
        return difference;
      }
    }
    return 0;
  }
}
