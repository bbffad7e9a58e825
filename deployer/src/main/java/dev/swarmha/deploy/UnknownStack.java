package dev.swarmha.deploy;

import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.SwarmEngine;
import java.util.Set;
import java.util.TreeSet;

/** What somebody is told who names a stack that is not there. */
public final class UnknownStack {

  /** More are for {@code swarmha ls} to tell. */
  private static final int MOST_NAMES = 10;

  private UnknownStack() {}

  /** Which stacks there are, and which of them was probably meant. */
  public static NotFoundException named(String stack, SwarmEngine engine) {
    Set<String> stacks = new TreeSet<>();
    for (Resource service : engine.list(ResourceKind.SERVICE, Selector.all())) {
      service.label(Selector.STACK_LABEL).ifPresent(stacks::add);
      if (service.name().equals(stack)) {
        return new NotFoundException(
            "there is no stack \"" + stack + "\": that is a service" + ofStack(service));
      }
    }
    return new NotFoundException(
        "there is no stack \"" + stack + "\"; " + others(stacks) + NearName.hint(stack, stacks));
  }

  private static String ofStack(Resource service) {
    return service
        .label(Selector.STACK_LABEL)
        .map(stack -> " of stack \"" + stack + "\"")
        .orElse("");
  }

  private static String others(Set<String> stacks) {
    if (stacks.isEmpty()) {
      return "the swarm has none";
    }
    return stacks.size() > MOST_NAMES
        ? "see: swarmha ls"
        : "there are: " + String.join(", ", stacks);
  }
}
