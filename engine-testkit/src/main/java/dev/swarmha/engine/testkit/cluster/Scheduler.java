package dev.swarmha.engine.testkit.cluster;

import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.testkit.state.ClusterState;
import dev.swarmha.engine.testkit.state.StoredNode;
import dev.swarmha.engine.testkit.state.StoredTask;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Gives each pending task a node: among those that no filter refuses, by the spread preferences,
 * then where the service has fewest tasks, then where there are fewest tasks. Equal nodes are taken
 * in the order of their names, so that tests can know.
 */
final class Scheduler {

  private final ClusterState state;
  private final NodeLoad load;

  Scheduler(ClusterState state) {
    this.state = state;
    this.load = new NodeLoad(state);
  }

  void run() {
    for (StoredTask task : state.tasks()) {
      if (task.state() == TaskState.PENDING && task.isWanted()) {
        place(task);
      }
    }
  }

  private void place(StoredTask task) {
    Optional<StoredNode> preset = task.node().flatMap(state::node);
    List<StoredNode> candidates = preset.map(List::of).orElseGet(state::nodes);
    Map<NodeFilter, Integer> refusals = new EnumMap<>(NodeFilter.class);
    List<StoredNode> fitting =
        candidates.stream().filter(node -> accept(node, task, refusals)).toList();
    if (!fitting.isEmpty()) {
      task.assignTo(choose(task, fitting, task.spec().spreads()).id());
      return;
    }
    String reasons = explain(refusals);
    task.explain(preset.isPresent() ? reasons : "no suitable node (" + reasons + ")");
  }

  private boolean accept(StoredNode node, StoredTask task, Map<NodeFilter, Integer> refusals) {
    for (NodeFilter filter : NodeFilter.values()) {
      if (!filter.accepts(node, task, load)) {
        refusals.merge(filter, 1, Integer::sum);
        return false;
      }
    }
    return true;
  }

  /** The most frequent reason first, as the Engine lists them. */
  private static String explain(Map<NodeFilter, Integer> refusals) {
    return refusals.entrySet().stream()
        .sorted(Map.Entry.<NodeFilter, Integer>comparingByValue().reversed())
        .map(refusal -> refusal.getKey().explain(refusal.getValue()))
        .collect(Collectors.joining("; "));
  }

  private StoredNode choose(StoredTask task, List<StoredNode> nodes, List<String> spreads) {
    if (spreads.isEmpty()) {
      return nodes.stream().min(fewestTasks(task)).orElseThrow();
    }
    Map<String, List<StoredNode>> branches =
        nodes.stream()
            .collect(
                Collectors.groupingBy(
                    node -> node.property(spreads.get(0)),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<StoredNode> emptiest =
        branches.values().stream()
            .min(Comparator.comparingLong(branch -> tasksIn(branch, task)))
            .orElseThrow();
    return choose(task, emptiest, spreads.subList(1, spreads.size()));
  }

  private long tasksIn(List<StoredNode> branch, StoredTask task) {
    return branch.stream().mapToLong(node -> load.wantedOf(node, task.service())).sum();
  }

  private Comparator<StoredNode> fewestTasks(StoredTask task) {
    return Comparator.comparingLong((StoredNode node) -> load.wantedOf(node, task.service()))
        .thenComparingLong(load::wanted)
        .thenComparing(StoredNode::hostname);
  }
}
