package dev.swarmha.deploy;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.DeployRequest.OnFailure;
import dev.swarmha.deploy.DeployRequest.Patience;
import dev.swarmha.wait.probe.HealthCheck;
import java.util.List;

/**
 * How a rollout is made, whatever it leads to.
 *
 * @param health addresses that must answer, beside those that the stack declares itself
 * @param keepScale let replica counts be what somebody else makes them meanwhile
 * @param detach submit and return, without waiting for anything
 * @param prune remove what the stack no longer has, after success
 * @param revisionsKept how many revisions the stack has at the most
 */
record RolloutTerms(
    Patience patience,
    List<HealthCheck> health,
    OnFailure onFailure,
    boolean keepScale,
    boolean detach,
    boolean prune,
    int revisionsKept) {

  RolloutTerms {
    requireNonNull(patience, "patience");
    health = List.copyOf(health);
    requireNonNull(onFailure, "onFailure");
  }
}
