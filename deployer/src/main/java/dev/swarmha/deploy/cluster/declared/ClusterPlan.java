package dev.swarmha.deploy.cluster.declared;

import java.util.List;

/**
 * What lies between a cluster and what its file declares.
 *
 * @param refusals what speaks against any change; where there is one, nothing is done
 * @param shortfalls what the file declares and no step brings about, such as a machine that is down
 * @param notes what is worth knowing, and no trouble
 */
public record ClusterPlan(
    List<ClusterStep> steps, List<String> refusals, List<String> shortfalls, List<String> notes) {

  public ClusterPlan {
    steps = List.copyOf(steps);
    refusals = List.copyOf(refusals);
    shortfalls = List.copyOf(shortfalls);
    notes = List.copyOf(notes);
  }

  /** A plan that must not be. */
  static ClusterPlan refused(List<String> refusals) {
    return new ClusterPlan(List.of(), refusals, List.of(), List.of());
  }
}
