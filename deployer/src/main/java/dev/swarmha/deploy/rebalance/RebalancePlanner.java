package dev.swarmha.deploy.rebalance;

import dev.swarmha.deploy.placement.Candidate;
import dev.swarmha.deploy.placement.NodeLoads;
import dev.swarmha.deploy.placement.SpreadPreferences;
import dev.swarmha.deploy.plan.PlanBuilder;
import dev.swarmha.deploy.plan.Prerequisites;
import dev.swarmha.deploy.rebalance.Strategy.Attempt;
import dev.swarmha.document.DocumentDiff;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.Task;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which services to spread anew, by how many moves, and what each node has afterwards. Services are
 * taken one after the other, each as the ones before leave the nodes.
 */
final class RebalancePlanner {

  private final Strategy strategy;
  private final Set<ResourceId> ready;
  private final Map<ResourceId, List<Task>> tasks = new HashMap<>();
  private final PlanBuilder plan = new PlanBuilder();
  private final List<Move> moves = new ArrayList<>();
  private final Map<String, String> leftAlone = new TreeMap<>();
  private NodeLoads loads;
  private int budget;

  private RebalancePlanner(Strategy strategy, Snapshot snapshot, int budget) {
    this.strategy = strategy;
    this.ready =
        snapshot.nodes().stream().filter(Node::isReady).map(Node::id).collect(Collectors.toSet());
    this.budget = budget;
    this.loads = NodeLoads.of(snapshot);
    snapshot
        .tasks()
        .forEach(task -> tasks.computeIfAbsent(task.service(), any -> new ArrayList<>()).add(task));
  }

  /**
   * Plans.
   *
   * @param budget the most tasks that may be started for all services together
   */
  static Forecast plan(
      Strategy strategy, Collection<Resource> services, Snapshot snapshot, int budget) {
    RebalancePlanner planner = new RebalancePlanner(strategy, snapshot, budget);
    Map<String, Integer> before = Spread.of(services, planner.loads);
    services.forEach(planner::consider);
    return new Forecast(
        planner.plan.build(), planner.moves, planner.leftAlone, planner.after(before));
  }

  private void consider(Resource service) {
    Optional<String> reason =
        Protection.of(service, tasks.getOrDefault(service.id(), List.of()), ready)
            .or(() -> scattered(service));
    if (reason.isPresent()) {
      leftAlone.put(service.name(), reason.get());
      return;
    }
    List<Candidate> nodes = loads.candidates(service);
    Attempt attempt = strategy.on(service, nodes, budget);
    if (attempt.move().isEmpty()) {
      leftAlone.put(service.name(), attempt.reason());
      return;
    }
    add(attempt.move().get());
  }

  /** Spares large swarms the question of every node. */
  private Optional<String> scattered(Resource service) {
    Map<ResourceId, Integer> there = loads.tasksOf(service.id());
    boolean even = there.values().stream().allMatch(count -> count <= 1);
    return even
            && loads.nodes().size() > Spread.MANY_NODES
            && isEven(SpreadPreferences.of(service.spec()), there)
        ? Optional.of("balanced already: no node has more than one of its tasks")
        : Optional.empty();
  }

  /** Whether no branch of the first preferences has two tasks more than another. */
  private boolean isEven(SpreadPreferences preferences, Map<ResourceId, Integer> there) {
    for (int depth = 1; depth <= preferences.descriptors().size(); depth++) {
      Map<List<String>, Integer> branches = new HashMap<>();
      Iterator<List<String>> branch = loads.branches(preferences).iterator();
      for (Node node : loads.nodes()) {
        branches.merge(
            branch.next().subList(0, depth), there.getOrDefault(node.id(), 0), Integer::sum);
      }
      if (Collections.max(branches.values()) - Collections.min(branches.values()) > 1) {
        return false;
      }
    }
    return true;
  }

  private void add(Move move) {
    moves.add(move);
    budget -= move.tasks();
    loads = loads.moved(move.service(), move.changes());
    plan.update(
        move.service(),
        strategy.written(move),
        DocumentDiff.between(move.service().spec(), strategy.written(move)),
        strategy.cause(move),
        Prerequisites.NONE);
  }

  private Map<String, Amount> after(Map<String, Integer> before) {
    Map<String, Amount> after = new LinkedHashMap<>();
    before.forEach((node, count) -> after.put(node, Amount.of(count)));
    for (Move move : moves) {
      for (int node = 0; node < move.nodes().size(); node++) {
        Amount then = move.after().get(node);
        int had = move.before().get(node);
        after.merge(
            move.nodes().get(node).hostname(),
            new Amount(then.least() - had, then.most() - had),
            Amount::plus);
      }
    }
    return after;
  }
}
