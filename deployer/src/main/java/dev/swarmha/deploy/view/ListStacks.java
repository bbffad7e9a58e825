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
import java.util.Optional;
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
    Map<String, Revision> current = new RevisionStore(engine).current();
    List<StackSummary> stacks = new ArrayList<>();
    counts.forEach(
        (stack, services) ->
            stacks.add(
                new StackSummary(
                    stack,
                    services,
                    Optional.ofNullable(current.get(stack)).map(Revision::number))));
    return stacks;
  }
}
