package dev.swarmha.wait;

/** How far a service must come before its target counts as reached. */
public enum Milestone {
  /**
   * What is wanted runs; Swarm calls a task running only once its health check has passed. A task
   * that has done its work and is not to be started again counts, too.
   */
  UP,
  /** Every task has ended with success and rests; one that still runs is at its work. */
  COMPLETED
}
