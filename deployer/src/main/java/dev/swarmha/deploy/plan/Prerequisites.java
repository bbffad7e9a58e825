package dev.swarmha.deploy.plan;

import dev.swarmha.engine.ResourceRef;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What comes before a step: the steps that touch certain objects, and milestones of services.
 *
 * @param objects those that no step touches do not count
 */
public record Prerequisites(Set<ResourceRef> objects, List<Requirement> milestones) {

  public static final Prerequisites NONE = new Prerequisites(Set.of(), List.of());

  public Prerequisites {
    objects = new TreeSet<>(objects);
    milestones = List.copyOf(milestones);
  }
}
