package dev.swarmha.engine;

/**
 * The states of a task in the order in which swarmkit compares them (its {@code
 * design/task_model.md}). A word that this list lacks is read as {@link #UNKNOWN}.
 */
public enum TaskState {
  UNKNOWN,
  NEW,
  ALLOCATED,
  PENDING,
  ASSIGNED,
  ACCEPTED,
  PREPARING,
  READY,
  STARTING,
  RUNNING,
  COMPLETE,
  SHUTDOWN,
  FAILED,
  REJECTED,
  REMOVE,
  ORPHANED;

  /** Whether a task in this state will never run again. */
  public boolean isTerminal() {
    return compareTo(RUNNING) > 0;
  }

  /** Whether a task in this state ended otherwise than it should. */
  public boolean isFailure() {
    return this == FAILED || this == REJECTED || this == ORPHANED;
  }
}
