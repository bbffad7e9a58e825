package dev.swarmha.deploy.explain;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.placement.NodeFit;
import dev.swarmha.engine.Container.HealthCheckRun;
import dev.swarmha.engine.Task;
import java.util.List;
import java.util.Optional;

/**
 * Why one task is not as it should be, and what to do.
 *
 * @param name the task as Docker shows it
 * @param node the host name of its node, once it has one
 * @param times how many tasks have failed in its place, one after the other, up to it
 * @param alike how many other tasks of the service have the very same trouble
 * @param outOfMemory whether it is certain that it was killed for want of memory
 * @param nodes for a task that no node takes, what each node says to it
 * @param healthChecks the last runs of its healthcheck, where it has failed and they can be had
 * @param elsewhere what is known to another node's Engine alone, and how to ask it
 * @param logTail the last lines that the task wrote
 * @param advice what to do, in words
 */
public record TaskTrouble(
    Task task,
    String name,
    Optional<String> node,
    Ailment ailment,
    int times,
    int alike,
    boolean outOfMemory,
    List<NodeFit> nodes,
    List<HealthCheckRun> healthChecks,
    Optional<String> elsewhere,
    List<String> logTail,
    String advice) {

  public TaskTrouble {
    requireNonNull(task, "task");
    requireNonNull(name, "name");
    requireNonNull(node, "node");
    requireNonNull(ailment, "ailment");
    nodes = List.copyOf(nodes);
    healthChecks = List.copyOf(healthChecks);
    requireNonNull(elsewhere, "elsewhere");
    logTail = List.copyOf(logTail);
    requireNonNull(advice, "advice");
  }
}
