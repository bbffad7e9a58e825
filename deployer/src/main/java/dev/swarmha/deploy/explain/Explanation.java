package dev.swarmha.deploy.explain;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.placement.NodeFit;
import java.util.List;
import java.util.Optional;

/**
 * Why a service, or one of its tasks, does not run as it should; or that it does.
 *
 * @param task the name of the task that was asked about; empty for a service as a whole
 * @param well whether there is nothing to explain
 * @param summary how it stands, in one line
 * @param rollout what the Engine says of the service's last rollout; empty where it says nothing
 * @param nodes what each node says to the service, where it has no tasks at all
 * @param troubles what is wrong with its tasks, the worst first
 */
public record Explanation(
    String service,
    Optional<String> task,
    boolean well,
    String summary,
    String rollout,
    List<NodeFit> nodes,
    List<TaskTrouble> troubles) {

  public Explanation {
    requireNonNull(service, "service");
    requireNonNull(task, "task");
    requireNonNull(summary, "summary");
    requireNonNull(rollout, "rollout");
    nodes = List.copyOf(nodes);
    troubles = List.copyOf(troubles);
  }
}
