package dev.swarmha.deploy.cluster.declared;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The plan of a cluster as people read it: one line a step, in columns, and what else there is. */
public final class ClusterPlanText {

  private ClusterPlanText() {}

  /** The lines of the steps, without line ends; none where there is nothing to do. */
  public static List<String> steps(ClusterPlan plan) {
    int heading = width(plan, ClusterPlanText::heading);
    int verb = width(plan, step -> step.verb().word());
    int kind = width(plan, ClusterStep::kind);
    int name = width(plan, ClusterStep::name);
    List<String> lines = new ArrayList<>();
    for (ClusterStep step : plan.steps()) {
      lines.add(
          padded(heading(step), heading)
              + "  "
              + padded(step.verb().word(), verb)
              + "  "
              + padded(step.kind(), kind)
              + "  "
              + padded(step.name(), name)
              + "  "
              + step.cause());
    }
    return lines;
  }

  /** What no step brings about, and what is worth knowing. */
  public static List<String> remarks(ClusterPlan plan) {
    List<String> lines = new ArrayList<>();
    plan.shortfalls().forEach(shortfall -> lines.add("left out: " + shortfall));
    plan.notes().forEach(note -> lines.add("note: " + note));
    return lines;
  }

  private static String heading(ClusterStep step) {
    return step.after().isEmpty()
        ? "#" + step.number()
        : "#"
            + step.number()
            + " after "
            + step.after().stream().map(String::valueOf).collect(joining(","));
  }

  private static int width(ClusterPlan plan, Function<ClusterStep, String> column) {
    return plan.steps().stream().map(column).mapToInt(String::length).max().orElse(0);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
