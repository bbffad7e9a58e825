package dev.swarmha.deploy.plan;

import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The steps from what is observed to what is desired, in the order in which they are made. */
public record Plan(List<Step> steps) {

  private static final Plan EMPTY = new Plan(List.of());

  public Plan {
    steps = List.copyOf(steps);
  }

  /** Nothing to do. */
  public static Plan empty() {
    return EMPTY;
  }

  public boolean isEmpty() {
    return steps.isEmpty();
  }

  /** The step that touches an object; a plan has at most one. */
  public Optional<Step> stepFor(ResourceRef target) {
    return steps.stream().filter(step -> step.target().equals(target)).findFirst();
  }

  /** Everything but removals. */
  public Plan writes() {
    return only(step -> step.verb() != Step.Verb.REMOVE);
  }

  /** Removals alone. */
  public Plan removals() {
    return only(step -> step.verb() == Step.Verb.REMOVE);
  }

  private Plan only(Predicate<Step> which) {
    return new Plan(steps.stream().filter(which).toList());
  }

  public List<Step> stepsFor(ResourceKind kind) {
    return steps.stream().filter(step -> step.target().kind() == kind).toList();
  }
}
