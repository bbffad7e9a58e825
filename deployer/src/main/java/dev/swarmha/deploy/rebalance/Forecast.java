package dev.swarmha.deploy.rebalance;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.plan.Plan;
import dev.swarmha.engine.ResourceId;
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

  boolean concerns(ResourceId service) {
    return moves.stream().anyMatch(move -> move.service().id().equals(service));
  }
}
