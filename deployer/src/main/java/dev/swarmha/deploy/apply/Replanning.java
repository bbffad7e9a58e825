package dev.swarmha.deploy.apply;

import dev.swarmha.deploy.plan.Plan;
import java.util.Optional;

/**
 * Makes the plan anew, from the swarm as it is by then: asked for when the Engine refuses a step
 * because somebody else has changed its object since the plan was made.
 */
@FunctionalInterface
public interface Replanning {

  /** For plans that nobody makes anew: what somebody else has changed meanwhile stays so. */
  Replanning NONE = Optional::empty;

  Optional<Plan> plan();
}
