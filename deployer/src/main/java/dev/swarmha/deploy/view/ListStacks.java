package dev.swarmha.deploy.view;

import dev.swarmha.deploy.revision.Revision;
import dev.swarmha.deploy.revision.RevisionStore;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.SwarmEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lists the stacks that have a service, whichever tool deployed them. */
public final class ListStacks {

  private final SwarmEngine engine;

  public ListStacks(SwarmEngine engine) {
    this.engine = engine;
  }

  public List<StackSummary> run() {
    Map<String, Integer> counts = new TreeMap<>();
    for (Resource service : engine.list(ResourceKind.SERVICE, Selector.all())) {
      service.label(Selector.STACK_LABEL).ifPresent(stack -> counts.merge(stack, 1, Integer::sum));
    }
    Map<String, List<Revision>> revisions = new RevisionStore(engine).list();
    List<StackSummary> stacks = new ArrayList<>();
    counts.forEach(
        (stack, services) ->
            stacks.add(summary(stack, services, revisions.getOrDefault(stack, List.of()))));
    return stacks;
  }

  private static StackSummary summary(String stack, int services, List<Revision> revisions) {
    return new StackSummary(
        stack,
        services,
        RevisionStore.current(revisions).map(Revision::number),
        revisions.stream().reduce((older, newer) -> newer).map(Revision::state));
  }
}
