package dev.swarmha.wait;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskState;

/**
 * What follows the end of a task, as far as verdicts need to know.
 *
 * @param restartsAfterSuccess whether a task that ends with exit code 0 is started again, so that
 *     ending was not what it was for
 * @param restartsAfterFailure whether a task that fails is started again at all
 */
public record RestartPolicy(boolean restartsAfterSuccess, boolean restartsAfterFailure) {

  /** Reads a service's spec. Jobs never run again what has completed, whatever the condition. */
  public static RestartPolicy of(Mapping spec) {
    String condition =
        spec.mapping("TaskTemplate").mapping("RestartPolicy").text("Condition").orElse("any");
    boolean job =
        spec.mapping("Mode").has("ReplicatedJob") || spec.mapping("Mode").has("GlobalJob");
    return new RestartPolicy(!job && condition.equals("any"), !condition.equals("none"));
  }

  /** Whether a task has ended although it should not, or badly. Lost nodes are nobody's failure. */
  public boolean isFailure(Task task) {
    return task.state() == TaskState.FAILED
        || task.state() == TaskState.REJECTED
        || (task.state() == TaskState.COMPLETE && restartsAfterSuccess);
  }

  /** Whether a task has done what it is for and will not be started again. */
  public boolean isDone(Task task) {
    return task.state() == TaskState.COMPLETE && !restartsAfterSuccess;
  }
}
