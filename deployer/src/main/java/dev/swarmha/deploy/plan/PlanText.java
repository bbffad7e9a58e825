package dev.swarmha.deploy.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A plan as people read it: one line a step, in columns. */
public final class PlanText {

  private PlanText() {}

  /** The lines of a plan, without line ends; none for an empty plan. */
  public static List<String> lines(Plan plan) {
    int heading = width(plan.steps().stream().map(PlanText::heading).toList());
    int kind = width(plan.steps().stream().map(step -> step.target().kind().word()).toList());
    int name = width(plan.steps().stream().map(step -> step.target().name()).toList());
    List<String> lines = new ArrayList<>();
    for (Step step : plan.steps()) {
      lines.add(
          padded(heading(step), heading)
              + "  "
              + padded(step.verb().word(), "create".length())
              + "  "
              + padded(step.target().kind().word(), kind)
              + "  "
              + padded(step.target().name(), name)
              + "  "
              + step.cause()
              + needs(step));
    }
    return lines;
  }

  private static String needs(Step step) {
    return step.needs().isEmpty()
        ? ""
        : step.needs().stream()
            .map(Requirement::toString)
            .collect(Collectors.joining(" and ", ", once ", ""));
  }

  private static String heading(Step step) {
    if (step.after().isEmpty()) {
      return "#" + step.number();
    }
    if (step.verb() == Step.Verb.REMOVE) {
      return "#" + step.number() + " finally";
    }
    String after = step.after().stream().map(String::valueOf).collect(Collectors.joining(","));
    return "#" + step.number() + " after " + after;
  }

  private static int width(List<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElse(0);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
