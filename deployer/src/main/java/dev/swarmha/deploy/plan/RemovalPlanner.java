package dev.swarmha.deploy.plan;

import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.Snapshot;
import java.util.List;
import java.util.function.Predicate;

/**
 * Plans that only remove: services first, then the secrets, configs and networks that they used.
 * Nothing that does not carry the stack's label is ever touched, and volumes never are.
 */
public final class RemovalPlanner {

  private static final List<ResourceKind> ORDER =
      List.of(ResourceKind.SERVICE, ResourceKind.SECRET, ResourceKind.CONFIG, ResourceKind.NETWORK);

  private RemovalPlanner() {}

  /** Everything that belongs to a stack. */
  public static Plan wholeStack(String stack, Snapshot snapshot) {
    return removing(stack, snapshot, resource -> true, "stack removed");
  }

  /** What belongs to a stack and is no longer desired. */
  public static Plan noLongerDesired(DesiredStack desired, Snapshot snapshot) {
    Predicate<Resource> unwanted = resource -> desired.find(ResourceRef.of(resource)).isEmpty();
    return removing(desired.name(), snapshot, unwanted, "no longer in the file");
  }

  private static Plan removing(
      String stack, Snapshot snapshot, Predicate<Resource> which, String cause) {
    PlanBuilder plan = new PlanBuilder();
    for (ResourceKind kind : ORDER) {
      snapshot.all(kind).stream()
          .filter(Selector.stack(stack)::matches)
          .filter(which)
          .forEach(resource -> plan.remove(resource, cause));
    }
    return plan.build();
  }
}
