package dev.swarmha.deploy.apply;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.plan.Step;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of a plan: the steps that were made, the ids of everything known by name, and the step
 * that failed, after which no other was tried.
 */
public record Applied(
    List<Step> done, Map<ResourceRef, ResourceId> ids, Optional<Failure> failure) {

  public Applied {
    done = List.copyOf(done);
    ids = new HashMap<>(ids);
    requireNonNull(failure, "failure");
  }

  /** The step that the Engine refused, and its words. */
  public record Failure(Step step, String message) {
    public Failure {
      requireNonNull(step, "step");
      requireNonNull(message, "message");
    }
  }
}
