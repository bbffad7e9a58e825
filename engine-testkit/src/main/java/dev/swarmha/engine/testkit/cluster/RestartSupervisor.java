package dev.swarmha.engine.testkit.cluster;

import dev.swarmha.engine.Node.Availability;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.testkit.state.ClusterState;
import dev.swarmha.engine.testkit.state.RestartPolicy;
import dev.swarmha.engine.testkit.state.StoredNode;
import dev.swarmha.engine.testkit.state.StoredObject;
import dev.swarmha.engine.testkit.state.StoredTask;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Replaces tasks that have ended as their restart policy says, and lets prepared tasks start when
 * their turn has come (swarmkit {@code manager/orchestrator/restart}).
 */
final class RestartSupervisor {

  private static final Duration LONGEST_STOP = Duration.ofMinutes(1);

  private record Gate(Instant opens, Optional<StoredTask> waitsFor, Instant waitsUntil) {}

  private final ClusterState state;
  private final Map<ResourceId, Gate> gates = new HashMap<>();
  private final RestartHistory history = new RestartHistory();

  RestartSupervisor(ClusterState state) {
    this.state = state;
  }

  /** Gives up a task, and makes the next one in its place if the policy allows. */
  void restart(StoredObject service, StoredTask task) {
    task.desire(TaskState.SHUTDOWN);
    if (!shouldRestart(service, task)) {
      return;
    }
    Optional<ResourceId> place = service.service().isOnEachNode() ? task.node() : Optional.empty();
    StoredTask next = state.createTask(service, task.slot(), place, TaskState.READY);
    history.record(service, task, state.now());
    Optional<StoredNode> node = task.node().flatMap(state::node);
    boolean drained = node.filter(found -> found.availability() == Availability.DRAIN).isPresent();
    Duration delay = drained ? Duration.ZERO : task.spec().restart().delay();
    delayStart(next, Optional.of(task), delay);
  }

  boolean shouldRestart(StoredObject service, StoredTask task) {
    RestartPolicy policy = task.spec().restart();
    return policy.covers(task.state())
        && (policy.maxAttempts() == 0
            || history.count(service, task, policy.window(), state.now()) < policy.maxAttempts());
  }

  /** Lets a task that is being prepared start after a delay, and after another one has stopped. */
  void delayStart(StoredTask task, Optional<StoredTask> stopping, Duration delay) {
    Instant opens = state.now().plus(delay);
    gates.put(task.id(), new Gate(opens, stopping, opens.plus(LONGEST_STOP)));
    state.wakeAt(opens);
    state.wakeAt(opens.plus(LONGEST_STOP));
  }

  void openGates() {
    gates
        .entrySet()
        .removeIf(
            entry -> {
              Optional<StoredTask> task = state.task(entry.getKey()).filter(StoredTask::isWanted);
              if (task.isPresent() && isClosed(entry.getValue())) {
                return false;
              }
              task.ifPresent(StoredTask::letStart);
              return true;
            });
  }

  private boolean isClosed(Gate gate) {
    Instant now = state.now();
    if (now.isBefore(gate.opens())) {
      return true;
    }
    return now.isBefore(gate.waitsUntil())
        && gate.waitsFor().filter(task -> !task.hasEnded() && canStop(task)).isPresent();
  }

  private boolean canStop(StoredTask task) {
    return state.task(task.id()).isPresent()
        && task.state().compareTo(TaskState.ASSIGNED) >= 0
        && task.node().flatMap(state::node).filter(node -> !Nodes.isDown(node)).isPresent();
  }
}
