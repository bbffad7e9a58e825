package dev.swarmha.deploy.rebalance;

import dev.swarmha.deploy.placement.Candidate;
import dev.swarmha.deploy.placement.Chance;
import dev.swarmha.deploy.placement.Outcomes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** How many tasks each node may come to have, whatever chance decides. */
final class Reach {

  /** Up to here every way in which chance may fall is tried. */
  private static final int FEW_NODES = 8;

  private static final int EVERY_WAY = 1_000;
  private static final int SOME_WAYS = 200;

  /** What makes two nodes alike, so that either may be in the place of the other. */
  private record Kind(List<String> branch, boolean room, int own, int all) {}

  private Reach() {}

  static List<Amount> of(List<Candidate> nodes, Function<Chance, List<Integer>> result) {
    boolean few = nodes.size() <= FEW_NODES;
    Set<List<Integer>> outcomes =
        Outcomes.of(result, few ? EVERY_WAY : 1, few ? SOME_WAYS : SOME_WAYS / 50);
    Map<Kind, Amount> kinds = new HashMap<>();
    List<Amount> amounts = new ArrayList<>();
    for (int node = 0; node < nodes.size(); node++) {
      Amount amount = amount(node, outcomes);
      kinds.merge(kind(nodes.get(node)), amount, Amount::or);
      amounts.add(amount);
    }
    if (few) {
      return amounts;
    }
    return nodes.stream().map(node -> kinds.getOrDefault(kind(node), Amount.of(0))).toList();
  }

  private static Amount amount(int node, Set<List<Integer>> outcomes) {
    List<Integer> counts = outcomes.stream().map(outcome -> outcome.get(node)).toList();
    Amount amount = Amount.of(counts.get(0));
    for (int count : counts) {
      amount = amount.or(count);
    }
    return amount;
  }

  private static Kind kind(Candidate node) {
    return new Kind(node.branch(), node.room() > 0, node.own(), node.all());
  }
}
