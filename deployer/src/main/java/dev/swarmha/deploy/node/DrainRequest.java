package dev.swarmha.deploy.node;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.DeployRequest.Patience;
import java.time.Duration;

/**
 * Which node to drain, and how.
 *
 * @param node its host name, id, or the beginning of its id
 * @param force also where something is lost by it
 * @param dryRun tell what would become of each service, and stop
 * @param lockTimeout how long to wait, for each stack, while somebody else has locked it
 */
public record DrainRequest(
    String node, Patience patience, boolean force, boolean dryRun, Duration lockTimeout) {

  public DrainRequest {
    requireNonNull(node, "node");
    requireNonNull(patience, "patience");
    requireNonNull(lockTimeout, "lockTimeout");
  }
}
