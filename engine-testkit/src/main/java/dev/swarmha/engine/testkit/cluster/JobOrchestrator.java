package dev.swarmha.engine.testkit.cluster;

import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.testkit.state.ClusterState;
import dev.swarmha.engine.testkit.state.StoredNode;
import dev.swarmha.engine.testkit.state.StoredObject;
import dev.swarmha.engine.testkit.state.StoredTask;
import java.util.List;
import java.util.Optional;

/**
 * Runs the tasks of a job to their end, once for each version of the job: so many as it asks for,
 * in slots from 0, or one on each node (swarmkit {@code manager/orchestrator/jobs}).
 */
final class JobOrchestrator {

  private final ClusterState state;
  private final RestartSupervisor restarts;

  JobOrchestrator(ClusterState state, RestartSupervisor restarts) {
    this.state = state;
    this.restarts = restarts;
  }

  void reconcile(StoredObject job) {
    for (StoredTask task : state.tasksOf(job.id())) {
      if (!isOfThisRun(job, task)) {
        task.desire(TaskState.REMOVE);
      } else if (task.isWanted() && hasFailed(task)) {
        restarts.restart(job, task);
      }
    }
    List<StoredTask> run =
        state.tasksOf(job.id()).stream().filter(task -> isOfThisRun(job, task)).toList();
    if (job.service().isOnEachNode()) {
      onEachNode(job, run);
    } else {
      inSlots(job, run);
    }
  }

  /** Each update of a job is another run of it, even one that changes nothing. */
  private static boolean isOfThisRun(StoredObject job, StoredTask task) {
    return task.serviceVersion() == job.version();
  }

  private boolean hasFailed(StoredTask task) {
    boolean lost = !task.hasEnded() && Nodes.hasLostItsNode(state, task);
    return lost || (task.hasEnded() && task.state() != TaskState.COMPLETE);
  }

  private void inSlots(StoredObject job, List<StoredTask> run) {
    long active = run.stream().filter(task -> task.isWanted() && !task.hasEnded()).count();
    int completions = job.service().completions();
    for (int slot = 0; slot < completions && active < job.service().concurrency(); slot++) {
      Optional<Integer> number = Optional.of(slot);
      if (run.stream().noneMatch(task -> task.slot().equals(number))) {
        state.createTask(job, number, Optional.empty(), TaskState.COMPLETE);
        active++;
      }
    }
  }

  private void onEachNode(StoredObject job, List<StoredTask> run) {
    for (StoredNode node : state.nodes()) {
      boolean allowed =
          node.mayKeepTasks()
              && job.service().task().constraints().stream().allMatch(rule -> rule.allows(node));
      if (allowed && run.stream().noneMatch(task -> task.isOn(node.id()))) {
        state.createTask(job, Optional.empty(), Optional.of(node.id()), TaskState.COMPLETE);
      }
    }
  }
}
