package dev.swarmha.deploy.explain;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskState;
import dev.swarmha.wait.RestartPolicy;
import dev.swarmha.wait.Slot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is wrong with the tasks of one service, by one snapshot. Pure. */
final class Symptoms {

  /** A task that runs for this long is not taken for one that is about to crash again. */
  private static final Duration STEADY = Duration.ofMinutes(1);

  private final Snapshot snapshot;
  private final RestartPolicy policy;
  private final boolean job;

  Symptoms(Resource service, Snapshot snapshot) {
    this.snapshot = snapshot;
    this.policy = RestartPolicy.of(service.spec());
    Mapping mode = service.spec().mapping("Mode");
    this.job = mode.has("ReplicatedJob") || mode.has("GlobalJob");
  }

  /** One symptom a place, the worst first; alike ones told once, by the newest. */
  List<Symptom> of(List<Task> tasks) {
    List<Symptom> found =
        Slot.of(tasks).stream()
            .flatMap(slot -> in(slot).stream())
            .sorted(
                Comparator.comparing(Symptom::ailment)
                    .thenComparing(
                        symptom -> symptom.task().status().since(), Comparator.reverseOrder()))
            .toList();
    List<Symptom> distinct = new ArrayList<>();
    for (Symptom symptom : found) {
      if (distinct.stream().noneMatch(symptom::isLike)) {
        long others = found.stream().filter(symptom::isLike).count() - 1;
        distinct.add(symptom.with((int) others));
      }
    }
    return distinct;
  }

  private Optional<Symptom> in(Slot slot) {
    List<Task> failures = slot.failuresInARow(policy);
    Optional<Symptom> failed =
        failures.stream()
            .findFirst()
            .map(task -> new Symptom(task, ailment(task), failures.size()));
    if (slot.live().isEmpty()) {
      return failed.filter(symptom -> symptom.task().equals(slot.newest()));
    }
    Task task = slot.live().get();
    if (task.state() == TaskState.RUNNING) {
      return isLost(task)
          ? Optional.of(new Symptom(task, Ailment.NODE_LOST, 0))
          : failed.filter(symptom -> !isSteady(task));
    }
    return isUnplaced(task)
        ? Optional.of(new Symptom(task, ailment(task), 0))
        : failed.or(() -> Optional.of(new Symptom(task, Ailment.STARTING, 0)));
  }

  /** The one task, whatever has come after it. */
  Optional<Symptom> ofOne(Task task) {
    if (policy.isFailure(task)) {
      return Optional.of(new Symptom(task, ailment(task), 1));
    }
    if (!Slot.isLive(task)) {
      return Optional.empty();
    }
    if (isUnplaced(task)) {
      return Optional.of(new Symptom(task, ailment(task), 0));
    }
    if (task.node().isPresent() && isLost(task)) {
      return Optional.of(new Symptom(task, Ailment.NODE_LOST, 0));
    }
    return task.state() == TaskState.RUNNING
        ? Optional.empty()
        : Optional.of(new Symptom(task, Ailment.STARTING, 0));
  }

  private Ailment ailment(Task task) {
    return Ailment.of(task.status().error(), task.status().exitCode(), job);
  }

  private static boolean isUnplaced(Task task) {
    return task.state().compareTo(TaskState.PENDING) <= 0 && !task.status().error().isBlank();
  }

  private boolean isLost(Task task) {
    return task.node().flatMap(snapshot::node).filter(Node::isReady).isEmpty();
  }

  private boolean isSteady(Task task) {
    return !snapshot.takenAt().isBefore(task.status().since().plus(STEADY));
  }
}
