package dev.swarmha.deploy.explain;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.Task;

/**
 * A task that is not as it should be.
 *
 * @param times how many tasks have failed in its place, one after the other, up to it
 * @param alike how many other tasks of the service have the very same trouble
 */
record Symptom(Task task, Ailment ailment, int times, int alike) {

  Symptom {
    requireNonNull(task, "task");
    requireNonNull(ailment, "ailment");
  }

  Symptom(Task task, Ailment ailment, int times) {
    this(task, ailment, times, 0);
  }

  Symptom with(int others) {
    return new Symptom(task, ailment, times, others);
  }

  boolean isLike(Symptom other) {
    return ailment == other.ailment
        && task.status().error().equals(other.task.status().error())
        && task.status().exitCode().equals(other.task.status().exitCode());
  }
}
