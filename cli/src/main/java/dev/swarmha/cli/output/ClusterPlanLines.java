package dev.swarmha.cli.output;

import dev.swarmha.deploy.Counted;
import dev.swarmha.deploy.cluster.declared.ClusterPlan;
import dev.swarmha.deploy.cluster.declared.ClusterPlanText;
import java.util.ArrayList;
import java.util.List;

/** The plan of a cluster as lines for people. */
public final class ClusterPlanLines {

  private ClusterPlanLines() {}

  /** How many steps there are, the steps, and what else there is to say. */
  public static List<String> of(ClusterPlan plan) {
    List<String> lines = new ArrayList<>();
    int steps = plan.steps().size();
    lines.add("plan: " + (steps == 0 ? "nothing to do" : Counted.of(steps, "step")));
    ClusterPlanText.steps(plan).forEach(step -> lines.add("  " + SafeText.line(step)));
    ClusterPlanText.remarks(plan).forEach(remark -> lines.add(SafeText.line(remark)));
    return lines;
  }
}
