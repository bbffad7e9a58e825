package dev.swarmha.stack.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What {@code x-swarmha} says about a service.
 *
 * @param minAvailable how many tasks must run while swarmha moves them
 */
public record Availability(Optional<Long> minAvailable, List<HealthPort> health) {

  public Availability {
    requireNonNull(minAvailable, "minAvailable");
    health = List.copyOf(health);
  }
}
