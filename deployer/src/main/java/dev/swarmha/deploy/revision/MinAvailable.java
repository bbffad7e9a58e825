package dev.swarmha.deploy.revision;

import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.document.Mapping;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * How many tasks of a service must run while swarmha moves them: {@code x-swarmha.minAvailable} of
 * stack files. It is kept where the file is, in the revisions of a stack, and nowhere in the specs
 * of its services: these are what {@code docker stack deploy} makes of the file.
 */
public record MinAvailable(Map<String, Long> byService) {

  private static final MinAvailable NOWHERE = new MinAvailable(Map.of());

  /**
   * As declared.
   *
   * @param byService by full names of services; those for which nothing is declared are not in it
   */
  public MinAvailable {
    byService = new TreeMap<>(byService);
  }

  /** What the file of a stack declares. */
  public static MinAvailable of(DesiredStack stack) {
    Map<String, Long> declared = new TreeMap<>();
    Mapping services = stack.rendered().mapping("services");
    for (String service : services.keys()) {
      services
          .mapping(service)
          .mapping("x-swarmha")
          .number("minAvailable")
          .ifPresent(tasks -> declared.put(stack.name() + "_" + service, tasks));
    }
    return new MinAvailable(declared);
  }

  /** What the revision declares that a stack is at; nothing where there is none that tells. */
  public static MinAvailable of(String stack, RevisionStore revisions) {
    Optional<Revision> current = revisions.current(stack);
    return current.flatMap(revisions::record).map(record -> of(record.desired())).orElse(NOWHERE);
  }

  /** What is declared for a service; empty where nothing is. */
  public OptionalLong of(String service) {
    Long tasks = byService.get(service);
    return tasks == null ? OptionalLong.empty() : OptionalLong.of(tasks);
  }
}
