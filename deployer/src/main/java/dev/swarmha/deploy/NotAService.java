package dev.swarmha.deploy;

import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.Selector;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What somebody is told who names a stack where a service is to be named. */
public final class NotAService {

  private NotAService() {}

  /** Which services the stack has; empty where there is no such stack. */
  public static Optional<NotFoundException> stack(String name, Collection<Resource> services) {
    List<Resource> its = services.stream().filter(Selector.stack(name)::matches).toList();
    return its.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new NotFoundException(
                "\""
                    + name
                    + "\" is a stack, and a service is to be named; its services: "
                    + its.stream().map(Resource::name).sorted().collect(Collectors.joining(", "))));
  }
}
