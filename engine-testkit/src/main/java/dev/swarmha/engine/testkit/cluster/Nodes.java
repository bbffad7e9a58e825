package dev.swarmha.engine.testkit.cluster;

import dev.swarmha.engine.Node.NodeState;
import dev.swarmha.engine.testkit.state.ClusterState;
import dev.swarmha.engine.testkit.state.StoredNode;
import dev.swarmha.engine.testkit.state.StoredTask;
import java.util.Optional;

/** Questions about nodes that several managers ask. */
final class Nodes {

  private Nodes() {}

  static boolean isDown(StoredNode node) {
    return node.state() == NodeState.DOWN;
  }

  /** Whether a task has lost its place: its node is down, drained or gone. */
  static boolean hasLostItsNode(ClusterState state, StoredTask task) {
    Optional<StoredNode> node = task.node().flatMap(state::node);
    return task.node().isPresent() && node.filter(StoredNode::mayKeepTasks).isEmpty();
  }

  static boolean satisfies(StoredNode node, StoredTask task) {
    return task.spec().constraints().stream().allMatch(rule -> rule.allows(node));
  }
}
