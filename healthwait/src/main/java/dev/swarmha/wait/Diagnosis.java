package dev.swarmha.wait;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.Container.HealthCheckRun;
import java.util.List;
import java.util.Optional;

/**
 * What is known of trouble beyond the Engine's words for it.
 *
 * @param exitCode that of the task's process; empty where it never ran, or goes on
 * @param outOfMemory whether it is certain that the process was killed for want of memory
 * @param nodes for a task without a node, what speaks against each one; empty where that is not
 *     certain
 * @param healthChecks what the task's healthcheck last came to; empty where it passed, and where
 *     the Engine spoken to is not that of the task's node
 * @param advice what to do, in words
 */
public record Diagnosis(
    Optional<Integer> exitCode,
    boolean outOfMemory,
    List<NodeRefusal> nodes,
    List<HealthCheckRun> healthChecks,
    Optional<String> advice) {

  /** Nothing more is known. */
  public static final Diagnosis NONE =
      new Diagnosis(Optional.empty(), false, List.of(), List.of(), Optional.empty());

  public Diagnosis {
    requireNonNull(exitCode, "exitCode");
    nodes = List.copyOf(nodes);
    healthChecks = List.copyOf(healthChecks);
    requireNonNull(advice, "advice");
  }

  static Diagnosis ofExit(Optional<Integer> exitCode) {
    return new Diagnosis(exitCode, false, List.of(), List.of(), Optional.empty());
  }

  /** What speaks against one node, by its host name, with the figures. */
  public record NodeRefusal(String node, String message) {
    public NodeRefusal {
      requireNonNull(node, "node");
      requireNonNull(message, "message");
    }
  }
}
