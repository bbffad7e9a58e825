package dev.swarmha.deploy;

import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.stack.validate.Suggestion;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What somebody is told who names a stack that is not there. */
public final class UnknownStack {

  /** Every short name is nearly every other. */
  private static final int LONG_ENOUGH = 4;

  private UnknownStack() {}

  /** Where to look, and which stack was probably meant. */
  public static NotFoundException named(String stack, SwarmEngine engine) {
    Set<String> stacks = new TreeSet<>();
    for (Resource service : engine.list(ResourceKind.SERVICE, Selector.all())) {
      service.label(Selector.STACK_LABEL).ifPresent(stacks::add);
    }
    return new NotFoundException(
        "there is no stack \"" + stack + "\"; see: swarmha ls" + suggestion(stack, stacks));
  }

  /** {@code ; did you mean "shop"?}, or nothing. */
  static String suggestion(String written, Collection<String> names) {
    Optional<String> meant =
        written.length() < LONG_ENOUGH ? Optional.empty() : Suggestion.nearest(written, names);
    return meant.map(name -> "; did you mean \"" + name + "\"?").orElse("");
  }
}
