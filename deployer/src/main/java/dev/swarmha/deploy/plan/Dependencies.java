package dev.swarmha.deploy.plan;

import dev.swarmha.wait.Milestone;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which services of a stack are handled before which, by full names, and how far each must have
 * come by then; without a milestone only the order counts.
 */
public record Dependencies(Map<String, Map<String, Optional<Milestone>>> byService) {

  public Dependencies {
    Map<String, Map<String, Optional<Milestone>>> sorted = new TreeMap<>();
    byService.forEach((service, before) -> sorted.put(service, new TreeMap<>(before)));
    byService = sorted;
  }

  public static Dependencies none() {
    return new Dependencies(Map.of());
  }

  /**
   * The same order the other way round, where nothing waits for anything: the order of a return.
   */
  Dependencies reversed() {
    Map<String, Map<String, Optional<Milestone>>> reversed = new TreeMap<>();
    byService.forEach(
        (service, before) ->
            before
                .keySet()
                .forEach(
                    earlier ->
                        reversed
                            .computeIfAbsent(earlier, name -> new TreeMap<>())
                            .put(service, Optional.empty())));
    return new Dependencies(reversed);
  }

  /** The same order of these services alone. */
  Dependencies among(Set<String> services) {
    Map<String, Map<String, Optional<Milestone>>> some = new TreeMap<>();
    byService.forEach(
        (service, before) -> {
          Map<String, Optional<Milestone>> kept = new TreeMap<>(before);
          kept.keySet().retainAll(services);
          if (services.contains(service) && !kept.isEmpty()) {
            some.put(service, kept);
          }
        });
    return new Dependencies(some);
  }

  /** The services that come before one. */
  public Set<String> before(String service) {
    return new TreeSet<>(of(service).keySet());
  }

  /** What must have been reached before a service is handled. */
  public List<Requirement> requirements(String service) {
    List<Requirement> requirements = new ArrayList<>();
    of(service)
        .forEach(
            (name, milestone) ->
                milestone.ifPresent(it -> requirements.add(new Requirement(name, it))));
    return requirements;
  }

  /**
   * How many waits lie before a service, one after the other. Services with fewer go first, so that
   * nothing waits that need not.
   */
  int waits(String service) {
    return waits(service, new HashSet<>());
  }

  private int waits(String service, Set<String> open) {
    if (!open.add(service)) {
      return 0;
    }
    int most = 0;
    for (Map.Entry<String, Optional<Milestone>> before : of(service).entrySet()) {
      int own = before.getValue().isPresent() ? 1 : 0;
      most = Math.max(most, waits(before.getKey(), open) + own);
    }
    open.remove(service);
    return most;
  }

  private Map<String, Optional<Milestone>> of(String service) {
    return byService.getOrDefault(service, Map.of());
  }
}
