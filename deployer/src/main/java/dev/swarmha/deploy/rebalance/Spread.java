package dev.swarmha.deploy.rebalance;

import dev.swarmha.engine.Node;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.Task;
import dev.swarmha.wait.PlacementConstraints;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many tasks of a service, or of several, run on each node that may run them. */
record Spread(Map<String, Integer> tasks) {

  Spread {
    tasks = Collections.unmodifiableMap(new TreeMap<>(tasks));
  }

  /** The spread of one service over the nodes that take new tasks and meet its constraints. */
  static Spread of(Resource service, Snapshot snapshot) {
    PlacementConstraints constraints = PlacementConstraints.of(service.spec());
    Map<String, Integer> counts = new TreeMap<>();
    for (Node node : snapshot.nodes()) {
      boolean takesTasks = node.isReady() && node.availability() == Node.Availability.ACTIVE;
      if (takesTasks && constraints.match(node) != PlacementConstraints.Match.FAIL) {
        counts.put(node.hostname(), running(service, node, snapshot));
      }
    }
    return new Spread(counts);
  }

  /** The spread of several services together over all nodes. */
  static Spread of(Collection<Resource> services, Snapshot snapshot) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Node node : snapshot.nodes()) {
      int sum = services.stream().mapToInt(each -> running(each, node, snapshot)).sum();
      counts.put(node.hostname(), sum);
    }
    return new Spread(counts);
  }

  private static int running(Resource service, Node node, Snapshot snapshot) {
    return (int)
        snapshot.tasksOf(service.id()).stream()
            .filter(Task::isRunning)
            .filter(task -> task.node().filter(node.id()::equals).isPresent())
            .count();
  }

  /** Whether no node has two tasks more than another, the best that Swarm's scheduler aims at. */
  boolean isEven() {
    if (tasks.isEmpty()) {
      return true;
    }
    return Collections.max(tasks.values()) - Collections.min(tasks.values()) <= 1;
  }

  /** {@code n1 3, n2 3, n3 0}. */
  @Override
  public String toString() {
    return tasks.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
