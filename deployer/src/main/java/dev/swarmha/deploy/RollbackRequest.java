package dev.swarmha.deploy;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.DeployRequest.OnFailure;
import dev.swarmha.deploy.DeployRequest.Patience;
import java.time.Duration;
import java.util.Optional;

/**
 * Which revision of a stack to go back to, and how.
 *
 * @param revision empty for the one that was deployed before the current one
 * @param onFailure what becomes of the stack when that fails
 * @param detach submit and return, without waiting for anything
 * @param dryRun make the plan and stop
 * @param recording how this is kept as a revision of its own
 * @param lockTimeout how long to wait while somebody else has locked the stack
 */
public record RollbackRequest(
    String stack,
    Optional<Integer> revision,
    Patience patience,
    OnFailure onFailure,
    boolean detach,
    boolean dryRun,
    Recording recording,
    Duration lockTimeout) {

  public RollbackRequest {
    requireNonNull(stack, "stack");
    requireNonNull(revision, "revision");
    requireNonNull(patience, "patience");
    requireNonNull(onFailure, "onFailure");
    requireNonNull(recording, "recording");
    requireNonNull(lockTimeout, "lockTimeout");
  }
}
