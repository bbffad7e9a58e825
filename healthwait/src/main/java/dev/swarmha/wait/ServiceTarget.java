package dev.swarmha.wait;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.ResourceId;
import java.time.Duration;

/**
 * What a rollout of one service is to reach: one spec, and staying up for a while. A verdict is
 * bound to this spec; what the service does under any other never counts.
 *
 * @param stableFor how long every task must stay up before the service counts as converged
 * @param milestone how far the service must come
 */
public record ServiceTarget(
    String service, ResourceId id, SpecMatcher desired, Duration stableFor, Milestone milestone) {

  public ServiceTarget {
    requireNonNull(service, "service");
    requireNonNull(id, "id");
    requireNonNull(desired, "desired");
    requireNonNull(stableFor, "stableFor");
    requireNonNull(milestone, "milestone");
  }

  /** A service that is to be up. */
  public ServiceTarget(String service, ResourceId id, SpecMatcher desired, Duration stableFor) {
    this(service, id, desired, stableFor, Milestone.UP);
  }

  /** The same service with another milestone, which counts as soon as it is reached. */
  public ServiceTarget reaching(Milestone other) {
    return new ServiceTarget(service, id, desired, Duration.ZERO, other);
  }

  /** Tells whether a spec that was read from the Engine is the one that was meant. */
  @FunctionalInterface
  public interface SpecMatcher {
    boolean matches(Mapping observedSpec);
  }
}
