package dev.swarmha.wait;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What one snapshot tells of one service. While the verdict is not final, it comes with the tally
 * that it was read from.
 *
 * @param trouble what keeps the rollout from going on, for as long as that may still heal
 */
record Observation(Convergence verdict, Optional<Progress> progress, Optional<Trouble> trouble) {

  Observation {
    requireNonNull(verdict, "verdict");
    requireNonNull(progress, "progress");
    requireNonNull(trouble, "trouble");
  }

  static Observation decided(Convergence verdict) {
    return new Observation(verdict, Optional.empty(), Optional.empty());
  }

  /** A rollout that the target's spec is being, or has been, carried out by. */
  record Progress(Rollout rollout, Tally tally) {
    Progress {
      requireNonNull(rollout, "rollout");
      requireNonNull(tally, "tally");
    }
  }
}
