package dev.swarmha.deploy.outcome;

import static java.util.Objects.requireNonNull;

import dev.swarmha.wait.Reason;
import dev.swarmha.wait.probe.CheckSummary;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a deploy came to, or a return to an earlier revision.
 *
 * @param revision the revision that was made; for an unchanged stack, the one it is at
 * @param previousRevision the revision before; empty for a first deploy
 * @param health what the health checks answered meanwhile
 */
public record DeployReport(
    String stack,
    Optional<Integer> revision,
    Optional<Integer> previousRevision,
    Duration duration,
    List<ServiceResult> services,
    List<CheckSummary> health,
    List<Reason> reasons) {

  public DeployReport {
    requireNonNull(stack, "stack");
    requireNonNull(revision, "revision");
    requireNonNull(previousRevision, "previousRevision");
    requireNonNull(duration, "duration");
    services = List.copyOf(services);
    health = List.copyOf(health);
    reasons = List.copyOf(reasons);
  }
}
