package dev.swarmha.engine.testkit.cluster;

import dev.swarmha.engine.Node.Availability;
import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.testkit.state.ClusterState;
import dev.swarmha.engine.testkit.state.StoredNode;
import dev.swarmha.engine.testkit.state.StoredObject;
import dev.swarmha.engine.testkit.state.StoredTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps one task of a global service on each node that satisfies it (swarmkit {@code
 * manager/orchestrator/global}).
 */
final class GlobalOrchestrator {

  private final ClusterState state;
  private final RestartSupervisor restarts;
  private final UpdateSupervisor updates;

  GlobalOrchestrator(ClusterState state, RestartSupervisor restarts, UpdateSupervisor updates) {
    this.state = state;
    this.restarts = restarts;
    this.updates = updates;
  }

  void reconcile(StoredObject service) {
    for (StoredTask task : state.tasksOf(service.id())) {
      if (task.isWanted() && Nodes.hasLostItsNode(state, task)) {
        task.desire(TaskState.SHUTDOWN);
      } else if (task.isWanted() && task.hasEnded()) {
        restarts.restart(service, task);
      }
    }
    List<Slot> slots = new ArrayList<>();
    for (StoredNode node : state.nodes()) {
      reconcile(service, node).ifPresent(slots::add);
    }
    updates.update(service, slots);
  }

  private Optional<Slot> reconcile(StoredObject service, StoredNode node) {
    if (!node.mayKeepTasks()) {
      return Optional.empty();
    }
    List<StoredTask> here =
        state.tasksOf(service.id()).stream().filter(task -> task.isOn(node.id())).toList();
    List<StoredTask> wanted = here.stream().filter(StoredTask::isWanted).toList();
    boolean allowed =
        service.service().task().constraints().stream().allMatch(rule -> rule.allows(node));
    if (!allowed) {
      wanted.forEach(task -> task.desire(TaskState.SHUTDOWN));
      return Optional.empty();
    }
    if (node.availability() == Availability.PAUSE) {
      return Optional.empty();
    }
    if (!wanted.isEmpty()) {
      return Optional.of(new Slot(Optional.empty(), Optional.of(node.id()), wanted));
    }
    if (mayStart(service, here)) {
      state.createTask(service, Optional.empty(), Optional.of(node.id()), TaskState.RUNNING);
    }
    return Optional.empty();
  }

  /** Whether no task ended here that must not be restarted. */
  private boolean mayStart(StoredObject service, List<StoredTask> here) {
    if (here.isEmpty()) {
      return true;
    }
    StoredTask newest = here.get(here.size() - 1);
    boolean endedByItself =
        newest.state() == TaskState.COMPLETE || newest.state() == TaskState.FAILED;
    return !endedByItself || state.isDirty(newest) || restarts.shouldRestart(service, newest);
  }
}
