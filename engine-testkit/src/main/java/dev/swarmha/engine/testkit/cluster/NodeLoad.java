package dev.swarmha.engine.testkit.cluster;

import dev.swarmha.engine.Amounts;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.testkit.state.ClusterState;
import dev.swarmha.engine.testkit.state.PublishedPort;
import dev.swarmha.engine.testkit.state.StoredNode;
import dev.swarmha.engine.testkit.state.StoredTask;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the tasks on a node take from it. Resources and ports are held until a task has stopped; the
 * counts are of tasks that are wanted (swarmkit {@code manager/scheduler/nodeinfo.go}).
 */
final class NodeLoad {

  private final ClusterState state;

  NodeLoad(ClusterState state) {
    this.state = state;
  }

  /** What no task has reserved. */
  Amounts free(StoredNode node) {
    return holding(node)
        .map(task -> task.spec().reservations())
        .reduce(node.host().description().capacity(), Amounts::minus);
  }

  List<PublishedPort> openPorts(StoredNode node) {
    return holding(node).flatMap(task -> task.hostPorts().stream()).toList();
  }

  long wantedOf(StoredNode node, ResourceId service) {
    return holding(node).filter(task -> task.isWanted() && task.service().equals(service)).count();
  }

  long wanted(StoredNode node) {
    return holding(node).filter(StoredTask::isWanted).count();
  }

  /** The tasks placed on the node that have not ended. */
  private Stream<StoredTask> holding(StoredNode node) {
    return state.tasksOn(node.id()).stream().filter(task -> task.isPlaced() && !task.hasEnded());
  }
}
