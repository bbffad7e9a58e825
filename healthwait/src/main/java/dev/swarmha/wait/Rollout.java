package dev.swarmha.wait;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Node.NodeState;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.UpdateStatus;
import dev.swarmha.engine.UpdateStatus.UpdateState;
import java.util.List;
import java.util.Optional;

/**
 * One service's part of a snapshot: its spec as observed, its tasks, the nodes they run on, and how
 * far it is to come.
 */
record Rollout(Resource service, List<Task> tasks, Snapshot snapshot, Milestone milestone) {

  Rollout {
    requireNonNull(service, "service");
    tasks = List.copyOf(tasks);
    requireNonNull(snapshot, "snapshot");
    requireNonNull(milestone, "milestone");
  }

  static Rollout of(Resource service, Snapshot snapshot, Milestone milestone) {
    return new Rollout(service, snapshot.tasksOf(service.id()), snapshot, milestone);
  }

  Mapping spec() {
    return service.spec();
  }

  Mapping mode() {
    return spec().mapping("Mode");
  }

  RestartPolicy restartPolicy() {
    return RestartPolicy.of(spec());
  }

  Optional<UpdateState> updateState() {
    return service.updateStatus().map(UpdateStatus::state);
  }

  /**
   * The Engine says so until one monitor period after the last task came up; and for ever when a
   * node was lost to which it had given one of the new tasks, since it waits for that very task,
   * long after another has taken its place (swarmkit {@code
   * manager/orchestrator/update/updater.go}). Then its word is not waited for.
   */
  boolean isBeingUpdated() {
    return service.updateStatus().filter(UpdateStatus::isUnderWay).isPresent()
        && tasks.stream().noneMatch(this::isOutOfReach);
  }

  private boolean isOutOfReach(Task task) {
    return task.upToDate()
        && !task.state().isTerminal()
        && task.node().isPresent()
        && node(task).filter(node -> node.state() != NodeState.DOWN).isEmpty();
  }

  /** Whether tasks that are to end are at their work, which takes as long as it takes. */
  boolean isAtWork() {
    boolean job = mode().has("ReplicatedJob") || mode().has("GlobalJob");
    return (job || milestone == Milestone.COMPLETED)
        && tasks.stream().anyMatch(task -> task.state() == TaskState.RUNNING);
  }

  /** All tasks by their place, places in the order in which they were first taken. */
  List<Slot> slots() {
    return Slot.of(tasks);
  }

  /**
   * Whether a task runs the awaited spec, where that is what is waited for. Managers go on listing
   * the tasks of a lost node as running, so only those on ready nodes are believed.
   */
  boolean counts(Task task) {
    return milestone == Milestone.UP
        && task.upToDate()
        && task.isRunning()
        && node(task).map(Node::isReady).orElse(false);
  }

  /** The tasks that still run another spec and that the managers have not yet told to stop. */
  List<Task> outdated() {
    return tasks.stream().filter(task -> !task.upToDate() && task.isRunning()).toList();
  }

  Optional<Node> node(Task task) {
    return task.node().flatMap(snapshot::node);
  }

  /** The node's host name; its id where the node is no longer known. */
  Optional<String> nodeName(Task task) {
    return node(task).map(Node::hostname).or(() -> task.node().map(ResourceId::value));
  }

  String nameOf(Task task) {
    return task.displayName(service.name());
  }

  Reason reason(Task task, String message) {
    return new Reason(
        service.name(),
        Optional.of(new Reason.FailedTask(task.id(), nameOf(task))),
        nodeName(task),
        message,
        List.of(),
        Diagnosis.ofExit(task.status().exitCode()));
  }

  Reason reason(String message) {
    return Reason.ofService(service.name(), message);
  }
}
