package dev.swarmha.deploy;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.plan.Plan;
import dev.swarmha.deploy.revision.Caption;
import dev.swarmha.engine.Snapshot;
import java.util.function.Function;

/**
 * Where a rollout leads, and by which plan.
 *
 * @param observed the swarm as it was read for the plan
 * @param plan its removals are made last, after success
 * @param anew the same plan from another snapshot
 */
record Course(
    DesiredStack desired,
    Snapshot observed,
    Plan plan,
    Function<Snapshot, Plan> anew,
    Caption caption) {

  Course {
    requireNonNull(desired, "desired");
    requireNonNull(observed, "observed");
    requireNonNull(plan, "plan");
    requireNonNull(anew, "anew");
    requireNonNull(caption, "caption");
  }
}
