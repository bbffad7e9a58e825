package dev.swarmha.deploy.rebalance;

import dev.swarmha.deploy.placement.NodeLocalData;
import dev.swarmha.deploy.plan.Replicas;
import dev.swarmha.deploy.plan.SurgeMemory;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.UpdateStatus;
import dev.swarmha.wait.Slot;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which services must not be moved, whatever their spread, and why. */
final class Protection {

  private Protection() {}

  /**
   * Why a service is left alone; empty where nothing speaks against moving its tasks.
   *
   * @param tasks those of the service
   * @param ready the nodes that the managers hear from
   */
  static Optional<String> of(Resource service, List<Task> tasks, Set<ResourceId> ready) {
    return byMode(service).or(() -> byVolume(service)).or(() -> byUnrest(service, tasks, ready));
  }

  private static Optional<String> byMode(Resource service) {
    Mapping mode = service.spec().mapping("Mode");
    if (mode.has("Global")) {
      return Optional.of("a global service has one task on every node anyway");
    }
    if (mode.has("ReplicatedJob") || mode.has("GlobalJob")) {
      return Optional.of("a job would run again");
    }
    long replicas = Replicas.of(service.spec());
    if (replicas == 0) {
      return Optional.of("it is stopped");
    }
    return replicas == 1
        ? Optional.of("a single task can only be interrupted, not spread")
        : Optional.empty();
  }

  private static Optional<String> byVolume(Resource service) {
    return NodeLocalData.of(service)
        .map(where -> "its tasks keep data on their nodes, in " + where);
  }

  /** Scaling a service starts its halted update anew, and swaps tasks that nobody asked about. */
  private static Optional<String> byUnrest(
      Resource service, List<Task> tasks, Set<ResourceId> ready) {
    if (SurgeMemory.isIn(service.spec())) {
      return Optional.of(
          "it has more replicas than it is to have, left by a command that was cut off");
    }
    if (service.updateStatus().filter(UpdateStatus::isUnderWay).isPresent()) {
      return Optional.of("it is being updated");
    }
    List<Task> live = tasks.stream().filter(Slot::isLive).toList();
    if (live.stream().anyMatch(task -> !task.upToDate())) {
      return Optional.of("some of its tasks have an earlier spec; its update has not ended");
    }
    long wanted = Replicas.of(service.spec());
    long running = live.stream().filter(task -> runs(task, ready)).count();
    return running == wanted && live.size() == wanted
        ? Optional.empty()
        : Optional.of(
            running + " of its " + wanted + " tasks run; see: swarmha explain " + service.name());
  }

  private static boolean runs(Task task, Set<ResourceId> ready) {
    return task.isRunning() && task.node().filter(ready::contains).isPresent();
  }
}
