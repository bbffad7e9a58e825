package dev.swarmha.deploy.placement;

import dev.swarmha.engine.Node;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.UpdateStatus;
import dev.swarmha.wait.RestartPolicy;
import dev.swarmha.wait.Slot;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The tasks of which nothing says that they will make room by themselves: they run and are meant
 * to, alone in their place, on a node that is ready, and have not just come up again after a
 * failure. Those of jobs end, and those of services that are being updated may come back smaller.
 */
final class SteadyTasks {

  /** A task that fails again and again rarely lasts for longer. */
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);

  private final Snapshot snapshot;

  SteadyTasks(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /**
   * The snapshot with no other tasks than these.
   *
   * @param own the service whose tasks are asked about
   * @param changing services that are about to change, of which nothing can be said
   */
  Snapshot of(ResourceId own, Set<ResourceId> changing) {
    Set<ResourceId> steady = new HashSet<>();
    snapshot.services().stream()
        .filter(service -> service.id().equals(own) || isAtRest(service, changing))
        .flatMap(service -> Slot.of(snapshot.tasksOf(service.id())).stream())
        .flatMap(slot -> steady(slot).stream())
        .forEach(task -> steady.add(task.id()));
    return snapshot.without(task -> !steady.contains(task.id()));
  }

  private static boolean isAtRest(Resource service, Set<ResourceId> changing) {
    return service.updateStatus().filter(UpdateStatus::isUnderWay).isEmpty()
        && !changing.contains(service.id())
        && RestartPolicy.of(service.spec()).restartsAfterSuccess();
  }

  /** A task that no node has taken yet holds nothing. */
  private Optional<Task> steady(Slot slot) {
    List<Task> placed =
        slot.tasks().stream()
            .filter(task -> !task.state().isTerminal())
            .filter(task -> task.state().compareTo(TaskState.ASSIGNED) >= 0)
            .toList();
    return placed.stream()
        .filter(task -> placed.size() == 1 && task.isRunning())
        .filter(task -> isOnReadyNode(task) && hasLasted(slot, task))
        .findFirst();
  }

  private boolean isOnReadyNode(Task task) {
    return task.node().flatMap(snapshot::node).filter(Node::isReady).isPresent();
  }

  private boolean hasLasted(Slot slot, Task running) {
    boolean failedBefore = slot.tasks().stream().anyMatch(task -> task.state().isFailure());
    return !failedBefore
        || !snapshot.takenAt().isBefore(running.status().since().plus(LONG_ENOUGH));
  }
}
