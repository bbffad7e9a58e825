package dev.swarmha.deploy.node;

import dev.swarmha.deploy.placement.NodeFit;
import dev.swarmha.deploy.placement.Placement;
import dev.swarmha.deploy.placement.TaskNeeds;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where the tasks of a node find room on the others, one after the other, as the scheduler spreads
 * them: what one takes, the next no longer has.
 */
final class Resettlement {

  private static final int NODES_NAMED = 5;

  private Snapshot others;

  /** The swarm as it is without a node. */
  Resettlement(Snapshot now, ResourceId drained) {
    this.others =
        new Snapshot(
            now.takenAt(),
            now.resources(),
            now.tasks(),
            now.nodes().stream().filter(node -> !node.id().equals(drained)).toList());
  }

  /** Finds room for these tasks of a service; returns for how many there is none. */
  int settle(Resource service, List<Task> tasks) {
    TaskNeeds needs = TaskNeeds.of(service, others);
    int homeless = 0;
    for (Task task : tasks) {
      Optional<Node> node =
          Placement.judge(needs, others).fitting().stream()
              .map(NodeFit::node)
              .min(
                  Comparator.comparingLong((Node each) -> load(each, Optional.of(service)))
                      .thenComparingLong(each -> load(each, Optional.empty()))
                      .thenComparing(Node::hostname));
      node.ifPresent(each -> put(task, each));
      homeless += node.isEmpty() ? 1 : 0;
    }
    return homeless;
  }

  private long load(Node node, Optional<Resource> service) {
    return others.tasks().stream()
        .filter(task -> task.node().filter(node.id()::equals).isPresent())
        .filter(task -> !task.state().isTerminal() && !task.desired().isTerminal())
        .filter(task -> service.isEmpty() || task.service().equals(service.get().id()))
        .count();
  }

  private void put(Task task, Node node) {
    List<Task> tasks = new ArrayList<>(others.tasks());
    tasks.add(replacement(task, node));
    others = new Snapshot(others.takenAt(), others.resources(), tasks, others.nodes());
  }

  private static Task replacement(Task task, Node node) {
    return new Task(
        new ResourceId(task.id().value() + "-replacement"),
        task.service(),
        task.slot(),
        Optional.of(node.id()),
        TaskState.RUNNING,
        new Task.Status(
            TaskState.RUNNING, task.status().since(), "", "", Optional.empty(), List.of()),
        task.image(),
        task.createdAt(),
        true,
        task.reserved(),
        Optional.empty());
  }

  /** What each of the nodes says to one task more of a service. */
  String why(Resource service) {
    List<NodeFit> refusing =
        Placement.judge(TaskNeeds.of(service, others), others).nodes().stream()
            .filter(fit -> !fit.fits())
            .toList();
    String named =
        refusing.stream()
            .limit(NODES_NAMED)
            .map(fit -> fit.node().hostname() + ": " + fit.words())
            .collect(Collectors.joining("; "));
    if (refusing.isEmpty()) {
      return ", since there is none";
    }
    int more = refusing.size() - NODES_NAMED;
    return " (" + named + (more > 0 ? "; and " + more + " more" : "") + ")";
  }
}
