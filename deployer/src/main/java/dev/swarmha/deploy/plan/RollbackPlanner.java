package dev.swarmha.deploy.plan;

import dev.swarmha.document.DocumentDiff;
import dev.swarmha.document.FieldChange;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.WriteOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * The way back: from what a stack is now to exactly what it was in an earlier snapshot, services in
 * reverse dependency order. What was made since is removed; what was removed since is made again,
 * as far as its content is known: the Engine never gives the data of a secret back.
 */
public final class RollbackPlanner {

  private static final String CAUSE = "back to the revision before";

  private final String stack;
  private final Snapshot before;
  private final Snapshot now;
  private final PlanBuilder plan = new PlanBuilder();

  private RollbackPlanner(String stack, Snapshot before, Snapshot now) {
    this.stack = stack;
    this.before = before;
    this.now = now;
  }

  /** The plan from one snapshot of a stack back to an earlier one. */
  public static Plan plan(String stack, Snapshot before, Snapshot now, Dependencies dependencies) {
    return new RollbackPlanner(stack, before, now).plan(dependencies);
  }

  private Plan plan(Dependencies dependencies) {
    List<Resource> lostNetworks = lost(ResourceKind.NETWORK);
    lostNetworks.forEach(this::createAgain);
    services(dependencies).forEach(this::restore);
    relabelled().forEach(this::restoreLabels);
    for (ResourceKind kind :
        List.of(ResourceKind.SERVICE, ResourceKind.SECRET, ResourceKind.CONFIG)) {
      made(kind).forEach(resource -> plan.remove(resource, "made by the failed deploy"));
    }
    made(ResourceKind.NETWORK)
        .forEach(resource -> plan.remove(resource, "made by the failed deploy"));
    return plan.build();
  }

  private List<String> services(Dependencies dependencies) {
    List<String> names = before.services().stream().map(Resource::name).toList();
    List<String> reversed = new ArrayList<>(DependencyOrder.of(names, dependencies));
    Collections.reverse(reversed);
    return reversed;
  }

  private void restore(String name) {
    Resource wanted = before.find(ResourceKind.SERVICE, name).orElseThrow();
    now.find(ResourceKind.SERVICE, name)
        .ifPresentOrElse(current -> update(current, wanted.spec()), () -> createAgain(wanted));
  }

  private void update(Resource current, Mapping wanted) {
    if (!current.spec().equals(wanted)) {
      List<FieldChange> changes = DocumentDiff.between(current.spec(), wanted);
      plan.update(current, wanted, changes, CAUSE, Prerequisites.NONE);
    }
  }

  private List<Resource> relabelled() {
    return Stream.of(ResourceKind.SECRET, ResourceKind.CONFIG)
        .flatMap(kind -> before.all(kind).stream())
        .filter(
            wanted ->
                now.find(wanted.kind(), wanted.id())
                    .filter(current -> !current.labels().equals(wanted.labels()))
                    .isPresent())
        .toList();
  }

  private void restoreLabels(Resource wanted) {
    Resource current = now.find(wanted.kind(), wanted.id()).orElseThrow();
    update(current, current.spec().with("Labels", wanted.spec().mapping("Labels")));
  }

  private void createAgain(Resource lost) {
    plan.create(ResourceRef.of(lost), lost.spec(), WriteOptions.NONE, CAUSE, Prerequisites.NONE);
  }

  private List<Resource> lost(ResourceKind kind) {
    return owned(before, kind).stream()
        .filter(resource -> now.find(kind, resource.name()).isEmpty())
        .toList();
  }

  private List<Resource> made(ResourceKind kind) {
    return owned(now, kind).stream()
        .filter(resource -> before.find(kind, resource.name()).isEmpty())
        .toList();
  }

  private List<Resource> owned(Snapshot snapshot, ResourceKind kind) {
    return snapshot.all(kind).stream().filter(Selector.stack(stack)::matches).toList();
  }
}
