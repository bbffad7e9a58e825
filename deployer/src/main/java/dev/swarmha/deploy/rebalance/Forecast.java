package dev.swarmha.deploy.rebalance;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.event.SpreadForecast;
import dev.swarmha.deploy.event.SpreadForecast.NodeSpread;
import dev.swarmha.deploy.event.SpreadForecast.ServiceSpread;
import dev.swarmha.deploy.plan.Plan;
import dev.swarmha.engine.ResourceId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What rebalancing would do.
 *
 * @param plan the writes, without those that put replica counts back
 * @param moves one for each service of the plan, in its order
 * @param leftAlone by name of service why it is left alone
 * @param after how many tasks of all services asked about each node will have, by host name
 */
record Forecast(
    Plan plan, List<Move> moves, Map<String, String> leftAlone, Map<String, Amount> after) {

  Forecast {
    requireNonNull(plan, "plan");
    moves = List.copyOf(moves);
    leftAlone = Collections.unmodifiableMap(new TreeMap<>(leftAlone));
    after = Collections.unmodifiableMap(new LinkedHashMap<>(after));
  }

  /** How many tasks are started, and as many stopped. */
  int tasks() {
    return moves.stream().mapToInt(Move::tasks).sum();
  }

  /**
   * The same in words.
   *
   * @param before how many tasks of all services asked about each node has, by host name
   */
  SpreadForecast spread(Map<String, Integer> before) {
    List<ServiceSpread> services = new ArrayList<>();
    for (int move = 0; move < moves.size(); move++) {
      Move made = moves.get(move);
      String words = plan.steps().get(move).cause();
      services.add(new ServiceSpread(made.service().name(), made.tasks(), words));
    }
    leftAlone.forEach(
        (name, reason) -> services.add(new ServiceSpread(name, 0, "left alone: " + reason)));
    return new SpreadForecast(services, moves.isEmpty() ? List.of() : nodes(before));
  }

  /** In large swarms those that change alone. */
  private List<NodeSpread> nodes(Map<String, Integer> before) {
    return before.entrySet().stream()
        .filter(
            node ->
                before.size() <= Spread.MANY_NODES
                    || !Amount.of(node.getValue()).equals(after.get(node.getKey())))
        .map(node -> new NodeSpread(node.getKey(), node.getValue(), "" + after.get(node.getKey())))
        .toList();
  }

  boolean concerns(ResourceId service) {
    return moves.stream().anyMatch(move -> move.service().id().equals(service));
  }
}
