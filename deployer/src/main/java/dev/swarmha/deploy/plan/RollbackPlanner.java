package dev.swarmha.deploy.plan;

import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceRef;
import dev.swarmha.engine.Snapshot;
import java.util.List;
import java.util.Set;

/**
 * The way back: from what a stack is now to what it was, services in reverse dependency order. What
 * was removed since is made again as far as its content is known: the Engine never gives the data
 * of a secret back.
 */
public final class RollbackPlanner {

  private final DesiredStack target;
  private final Snapshot now;
  private final PlanBuilder plan = new PlanBuilder();

  private RollbackPlanner(DesiredStack target, Snapshot now) {
    this.target = target;
    this.now = now;
  }

  /**
   * The plan that undoes what was done since a stack was so; everything that was made since goes.
   *
   * @param now a snapshot that has looked for the {@link DesiredStack#contentNames} of the target
   * @throws DeployRefusedException when what is needed can no longer be had
   */
  public static Plan undo(DesiredStack before, Snapshot now, Dependencies dependencies) {
    return new RollbackPlanner(before.withDependencies(dependencies), now)
        .plan(Set.of(), "made by the failed deploy");
  }

  /**
   * The plan that leads to an earlier revision.
   *
   * @param now a snapshot that has looked for the {@link DesiredStack#contentNames} of the target
   * @param kept what stays, though the revision does not have it
   * @throws DeployRefusedException when what is needed can no longer be had
   */
  public static Plan to(int revision, DesiredStack target, Snapshot now, Set<ResourceRef> kept) {
    return new RollbackPlanner(target, now).plan(kept, "not in revision " + revision);
  }

  private Plan plan(Set<ResourceRef> kept, String cause) {
    ReturnConditions conditions = new ReturnConditions(target, now);
    List<String> problems = conditions.problems();
    if (!problems.isEmpty()) {
      throw new DeployRefusedException(problems);
    }
    Dependencies backwards = target.dependencies().reversed();
    Reconciler.reconcile(conditions.possible().withDependencies(backwards), now, plan);
    RemovalPlanner.remove(
        target.name(),
        now,
        resource -> isSurplus(resource) && !kept.contains(ResourceRef.of(resource)),
        cause,
        plan);
    return plan.build();
  }

  private boolean isSurplus(Resource resource) {
    return target.find(ResourceRef.of(resource)).isEmpty()
        && !target.externals().contains(ResourceRef.of(resource));
  }
}
