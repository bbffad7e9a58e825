package dev.swarmha.deploy.plan;

import dev.swarmha.document.FieldChange;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceRef;
import dev.swarmha.engine.WriteOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Collects steps in order and numbers them. */
public final class PlanBuilder {

  private final List<Step> steps = new ArrayList<>();
  private final Map<ResourceRef, Integer> numbers = new HashMap<>();

  /** Adds the creation of an object, after what must come before it. */
  public PlanBuilder create(
      ResourceRef target, Mapping spec, WriteOptions options, String cause, Prerequisites before) {
    return add(
        new Step(
            next(),
            Step.Verb.CREATE,
            target,
            Optional.of(spec),
            options,
            Optional.empty(),
            List.of(),
            cause,
            numbersOf(before.objects()),
            before.milestones()));
  }

  /** Adds a change of an object, after what must come before it. */
  public PlanBuilder update(
      Resource observed,
      Mapping spec,
      List<FieldChange> changes,
      String cause,
      Prerequisites before) {
    return add(
        new Step(
            next(),
            Step.Verb.UPDATE,
            ResourceRef.of(observed),
            Optional.of(spec),
            WriteOptions.NONE,
            Optional.of(observed),
            changes,
            cause,
            numbersOf(before.objects()),
            before.milestones()));
  }

  /** Adds the removal of an object, after all steps so far. */
  public PlanBuilder remove(Resource observed, String cause) {
    return add(
        new Step(
            next(),
            Step.Verb.REMOVE,
            ResourceRef.of(observed),
            Optional.empty(),
            WriteOptions.NONE,
            Optional.of(observed),
            List.of(),
            cause,
            new TreeSet<>(numbers.values()),
            List.of()));
  }

  public Plan build() {
    return new Plan(steps);
  }

  private int next() {
    return steps.size() + 1;
  }

  private PlanBuilder add(Step step) {
    if (numbers.put(step.target(), step.number()) != null) {
      throw new IllegalArgumentException("a plan touches an object once: " + step.target());
    }
    steps.add(step);
    return this;
  }

  private Set<Integer> numbersOf(Set<ResourceRef> targets) {
    Set<Integer> found = new TreeSet<>();
    for (ResourceRef target : targets) {
      Optional.ofNullable(numbers.get(target)).ifPresent(found::add);
    }
    return found;
  }
}
