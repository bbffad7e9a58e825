package dev.swarmha.wait;

import dev.swarmha.document.Mapping;

/** When a service of one mode has what its spec wants. Pure, and blind to time. */
interface ConvergenceRule {

  /** The rule for a service's mode; the Engine's default is replicated. */
  static ConvergenceRule of(Mapping spec) {
    Mapping mode = spec.mapping("Mode");
    if (mode.has("Global")) {
      return new GlobalRule();
    }
    if (mode.has("ReplicatedJob")) {
      return new ReplicatedJobRule();
    }
    return mode.has("GlobalJob") ? new GlobalJobRule() : new ReplicatedRule();
  }

  Tally tally(Rollout rollout);
}
