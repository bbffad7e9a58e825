package dev.swarmha.stack.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What {@code x-swarmha} says about a service.
 *
 * @param minAvailable how many tasks must run while swarmha moves them
 * @param stackImage the image as an earlier file named it, to be kept in the label in which Docker
 *     notes it; files that were exported from a swarm have it beside an image with its digest
 */
public record Availability(
    Optional<Long> minAvailable, List<HealthPort> health, Optional<String> stackImage) {

  public Availability {
    requireNonNull(minAvailable, "minAvailable");
    health = List.copyOf(health);
    requireNonNull(stackImage, "stackImage");
  }
}
