package dev.swarmha.engine.testkit;

import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineLogs;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.testkit.cluster.Cluster;
import java.util.List;

/** What the images of the world have written; a task whose container never started has no log. */
final class InMemoryLogs implements EngineLogs {

  private final EngineCalls calls;

  InMemoryLogs(EngineCalls calls) {
    this.calls = calls;
  }

  @Override
  public List<String> tail(ResourceId task, int lines) {
    try {
      List<String> written = calls.askManager("tail", task.value(), swarm -> written(swarm, task));
      return written.subList(Math.max(0, written.size() - lines), written.size());
    } catch (EngineException unreadable) {
      return List.of();
    }
  }

  private List<String> written(Cluster cluster, ResourceId id) {
    return cluster
        .state()
        .task(id)
        .filter(task -> task.state().compareTo(TaskState.STARTING) >= 0)
        .filter(task -> task.state() != TaskState.REJECTED)
        .map(task -> calls.world().images().behaviour(task.spec().image()).logs())
        .orElse(List.of());
  }
}
