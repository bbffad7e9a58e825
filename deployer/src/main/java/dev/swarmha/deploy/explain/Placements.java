package dev.swarmha.deploy.explain;

import dev.swarmha.deploy.placement.NodeFit;
import dev.swarmha.deploy.placement.Placement;
import dev.swarmha.deploy.placement.TaskNeeds;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskState;
import java.util.List;

/** What the nodes say to a task that waits for one. */
final class Placements {

  private static final Placement NONE = new Placement(List.of());

  private Placements() {}

  /** That of all nodes, or of the one that the task was made for; nothing if it does not wait. */
  static Placement of(Task task, Resource service, Snapshot snapshot) {
    if (task.state().compareTo(TaskState.PENDING) > 0) {
      return NONE;
    }
    TaskNeeds needs = TaskNeeds.of(service, snapshot);
    if (task.node().isEmpty()) {
      return Placement.judge(needs, snapshot);
    }
    List<NodeFit> preset =
        task.node().flatMap(snapshot::node).stream()
            .map(node -> Placement.judge(needs, node, snapshot))
            .toList();
    return new Placement(preset);
  }

  /**
   * The same, if it is certain: nothing is hidden, and the snapshot tells of each filter just what
   * the Engine says of it.
   */
  static Placement certain(Task task, Resource service, Snapshot snapshot) {
    Placement placement = of(task, service, snapshot);
    boolean open = placement.nodes().stream().noneMatch(NodeFit::undecidable);
    return task.upToDate() && open && placement.agreesWith(task.status().error())
        ? placement
        : NONE;
  }
}
