package dev.swarmha.deploy.plan;

import static java.util.Objects.requireNonNull;

import dev.swarmha.wait.Milestone;

/**
 * How far one service must have come before another is handled.
 *
 * @param service its full name
 */
public record Requirement(String service, Milestone milestone) {

  public Requirement {
    requireNonNull(service, "service");
    requireNonNull(milestone, "milestone");
  }

  /** {@code shop_db is up}. */
  @Override
  public String toString() {
    return service + (milestone == Milestone.COMPLETED ? " has completed" : " is up");
  }
}
