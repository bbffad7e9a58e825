package dev.swarmha.deploy;

import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.Selector;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Picks services by what users type: the name of a stack, or of one service. */
public final class Services {

  private Services() {}

  /**
   * The services that the names stand for, each once; all of them where there are no names.
   *
   * @throws NotFoundException when a name is neither a stack nor a service
   */
  public static List<Resource> named(List<Resource> services, List<String> names) {
    if (names.isEmpty()) {
      return services;
    }
    Set<Resource> found = new LinkedHashSet<>();
    for (String name : names) {
      List<Resource> ofStack = services.stream().filter(Selector.stack(name)::matches).toList();
      found.addAll(ofStack.isEmpty() ? List.of(single(services, name)) : ofStack);
    }
    return new ArrayList<>(found);
  }

  private static Resource single(List<Resource> services, String name) {
    Optional<Resource> found =
        services.stream()
            .filter(each -> each.name().equals(name) || each.id().value().equals(name))
            .findFirst();
    return found.orElseThrow(
        () ->
            new NotFoundException(
                "there is no stack or service \""
                    + name
                    + "\"; stacks: "
                    + listed(stacks(services))
                    + "; services: "
                    + listed(names(services))
                    + NearName.hint(name, known(services))));
  }

  private static Set<String> known(List<Resource> services) {
    Set<String> known = stacks(services);
    known.addAll(names(services));
    return known;
  }

  private static Set<String> stacks(List<Resource> services) {
    Set<String> stacks = new TreeSet<>();
    services.forEach(service -> service.label(Selector.STACK_LABEL).ifPresent(stacks::add));
    return stacks;
  }

  private static Set<String> names(List<Resource> services) {
    Set<String> names = new TreeSet<>();
    services.forEach(service -> names.add(service.name()));
    return names;
  }

  private static String listed(Set<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }
}
