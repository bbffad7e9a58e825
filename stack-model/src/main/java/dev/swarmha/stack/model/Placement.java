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
    List<String> constraints,
    List<String> spread,
    Optional<Long> maxReplicasPerNode,
    Optional<Platform> platform) {

  /** What the nodes must be able to run. */
  public record Platform(String system, String architecture) {
    public Platform {
      requireNonNull(system, "system");
      requireNonNull(architecture, "architecture");
    }
  }

  public Placement {
    constraints = List.copyOf(constraints);
    spread = List.copyOf(spread);
    requireNonNull(maxReplicasPerNode, "maxReplicasPerNode");
    requireNonNull(platform, "platform");
  }
}
