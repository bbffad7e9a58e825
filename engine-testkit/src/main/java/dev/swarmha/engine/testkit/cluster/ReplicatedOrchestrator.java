package dev.swarmha.engine.testkit.cluster;

import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.UpdateStatus;
import dev.swarmha.engine.UpdateStatus.UpdateState;
import dev.swarmha.engine.testkit.state.ClusterState;
import dev.swarmha.engine.testkit.state.StoredObject;
import dev.swarmha.engine.testkit.state.StoredTask;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Keeps as many slots of a replicated service as it asks for (swarmkit {@code
 * manager/orchestrator/replicated}).
 */
final class ReplicatedOrchestrator {

  private final ClusterState state;
  private final RestartSupervisor restarts;
  private final UpdateSupervisor updates;

  ReplicatedOrchestrator(ClusterState state, RestartSupervisor restarts, UpdateSupervisor updates) {
    this.state = state;
    this.restarts = restarts;
    this.updates = updates;
  }

  void reconcile(StoredObject service) {
    for (StoredTask task : state.tasksOf(service.id())) {
      if (task.isWanted() && (task.hasEnded() || Nodes.hasLostItsNode(state, task))) {
        restarts.restart(service, task);
      }
    }
    List<Slot> slots = slots(service);
    int wanted = service.service().replicas();
    if (slots.size() > wanted) {
      slots = scaleDown(slots, wanted);
    }
    updates.update(service, slots);
    if (slots.size() < wanted) {
      scaleUp(service, slots, wanted - slots.size());
    }
  }

  private List<Slot> slots(StoredObject service) {
    Map<Integer, List<StoredTask>> byNumber =
        state.tasksOf(service.id()).stream()
            .collect(
                Collectors.groupingBy(
                    task -> task.slot().orElse(0), TreeMap::new, Collectors.toList()));
    List<Slot> slots = new ArrayList<>();
    byNumber.forEach(
        (number, tasks) -> {
          List<StoredTask> holders = holders(service, tasks);
          if (!holders.isEmpty()) {
            slots.add(new Slot(Optional.of(number), Optional.empty(), holders));
          }
        });
    return slots;
  }

  /**
   * The tasks that are wanted. A task that has ended and must not be restarted keeps its slot too,
   * so that nothing takes its place until the service changes; a rollback does not wait for it.
   */
  private List<StoredTask> holders(StoredObject service, List<StoredTask> tasks) {
    List<StoredTask> wanted = tasks.stream().filter(StoredTask::isWanted).toList();
    if (!wanted.isEmpty() || isRollingBack(service)) {
      return wanted;
    }
    StoredTask newest = tasks.get(tasks.size() - 1);
    boolean removed = newest.desired() == TaskState.REMOVE;
    return removed || restarts.shouldRestart(service, newest) ? List.of() : List.of(newest);
  }

  private static boolean isRollingBack(StoredObject service) {
    return service
        .updateStatus()
        .map(UpdateStatus::state)
        .filter(UpdateState.ROLLBACK_STARTED::equals)
        .isPresent();
  }

  /** Removes what does not run first, then from the nodes that have most. */
  private static List<Slot> scaleDown(List<Slot> slots, int wanted) {
    Map<Slot, Integer> places = new HashMap<>();
    Map<Optional<ResourceId>, Integer> seen = new HashMap<>();
    for (Slot slot : slots) {
      places.put(slot, seen.merge(slot.tasks().get(0).node(), 1, Integer::sum));
    }
    List<Slot> keepFirst =
        slots.stream()
            .sorted(
                Comparator.comparing((Slot slot) -> !slot.isRunning())
                    .thenComparing(slot -> places.getOrDefault(slot, 0)))
            .toList();
    keepFirst.subList(wanted, keepFirst.size()).stream()
        .flatMap(slot -> slot.tasks().stream())
        .forEach(task -> task.desire(TaskState.REMOVE));
    return keepFirst.subList(0, wanted).stream()
        .sorted(Comparator.comparing(slot -> slot.number().orElse(0)))
        .toList();
  }

  private void scaleUp(StoredObject service, List<Slot> slots, int missing) {
    List<Integer> taken = slots.stream().flatMap(slot -> slot.number().stream()).toList();
    int number = 0;
    for (int made = 0; made < missing; made++) {
      do {
        number++;
      } while (taken.contains(number));
      state.createTask(service, Optional.of(number), Optional.empty(), TaskState.RUNNING);
    }
  }
}
