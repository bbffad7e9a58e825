package dev.swarmha.deploy.plan;

import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.Snapshot;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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

  /**
   * What belongs to a stack and is no longer desired, but for the older generations of secrets and
   * configs that still are.
   */
  public static Plan noLongerDesired(DesiredStack desired, Snapshot snapshot) {
    Set<ResourceRef> origins = origins(desired);
    Predicate<Resource> unwanted =
        resource ->
            desired.find(ResourceRef.of(resource)).isEmpty()
                // A file may well call external what an earlier one of the same stack has made.
                && !desired.externals().contains(ResourceRef.of(resource))
                && !origins.contains(Generations.origin(resource));
    return removing(desired.name(), snapshot, unwanted, "no longer in the file");
  }

  /**
   * The generations of a stack's secrets and configs that have been replaced and that nothing
   * needs: those with a derived name, and those with the plain name of one that now has a derived
   * one.
   */
  public static Plan oldGenerations(
      DesiredStack desired, Snapshot snapshot, Set<ResourceRef> needed) {
    Set<ResourceRef> origins = origins(desired);
    Predicate<Resource> old =
        resource ->
            Generations.haveContent(resource.kind())
                && desired.find(ResourceRef.of(resource)).isEmpty()
                && !needed.contains(ResourceRef.of(resource))
                && (Generations.isDerived(resource.spec())
                    || origins.contains(Generations.origin(resource)));
    return removing(desired.name(), snapshot, old, "replaced, and no longer needed");
  }

  private static Set<ResourceRef> origins(DesiredStack desired) {
    return desired.resources().stream().map(Generations::origin).collect(Collectors.toSet());
  }

  /** These objects, as far as they are there. */
  public static Plan these(
      String stack, Snapshot snapshot, Set<ResourceRef> objects, String cause) {
    return removing(stack, snapshot, resource -> objects.contains(ResourceRef.of(resource)), cause);
  }

  private static Plan removing(
      String stack, Snapshot snapshot, Predicate<Resource> which, String cause) {
    PlanBuilder plan = new PlanBuilder();
    remove(stack, snapshot, which, cause, plan);
    return plan.build();
  }

  /** Adds the removals to a plan, after all that it does already. */
  static void remove(
      String stack, Snapshot snapshot, Predicate<Resource> which, String cause, PlanBuilder plan) {
    for (ResourceKind kind : ORDER) {
      snapshot.all(kind).stream()
          .filter(Selector.stack(stack)::matches)
          .filter(which)
          .forEach(resource -> plan.remove(resource, cause));
    }
  }
}
