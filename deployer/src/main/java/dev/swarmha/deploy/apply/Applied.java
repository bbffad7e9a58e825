package dev.swarmha.deploy.apply;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.plan.Step;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceRef;
import dev.swarmha.wait.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What came of a plan: the steps that were made, the ids of everything known by name, and the step
 * that could not be made, after which no other was tried.
 */
public record Applied(
    List<Step> done, Map<ResourceRef, ResourceId> ids, Optional<Failure> failure) {

  public Applied {
    done = List.copyOf(done);
    ids = new HashMap<>(ids);
    requireNonNull(failure, "failure");
  }

  /** The step that could not be made, and why. */
  public record Failure(Step step, List<Reason> reasons) {
    public Failure {
      requireNonNull(step, "step");
      reasons = List.copyOf(reasons);
    }

    /** The Engine has refused the step, in its own words. */
    static Failure refused(Step step, String message) {
      ResourceRef target = step.target();
      String words = step.verb().word() + " " + target + ": " + message;
      return new Failure(step, List.of(Reason.ofService(target.name(), words)));
    }

    public String message() {
      return reasons.stream().map(Reason::message).collect(Collectors.joining("; "));
    }
  }
}
