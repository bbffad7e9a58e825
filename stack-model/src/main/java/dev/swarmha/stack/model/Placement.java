package dev.swarmha.stack.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * Which nodes may run the tasks of a service, and which are preferred.
 *
 * @param spread the node properties over whose values tasks are spread evenly
 */
public record Placement(
    List<String> constraints, List<String> spread, Optional<Long> maxReplicasPerNode) {

  public Placement {
    constraints = List.copyOf(constraints);
    spread = List.copyOf(spread);
    requireNonNull(maxReplicasPerNode, "maxReplicasPerNode");
  }
}
