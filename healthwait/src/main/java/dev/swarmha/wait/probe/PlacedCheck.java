package dev.swarmha.wait.probe;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A check of one address, and how things stand there in the swarm.
 *
 * @param service the full name of the service whose port it is; empty for an address of its own
 * @param node the host name of the node that is asked for it
 */
public record PlacedCheck(
    HealthCheck check, Optional<String> service, Optional<String> node, Stage stage) {

  public PlacedCheck {
    requireNonNull(check, "check");
    requireNonNull(service, "service");
    requireNonNull(node, "node");
    requireNonNull(stage, "stage");
  }

  /** A check of an address of which the swarm knows nothing. */
  public static PlacedCheck anywhere(HealthCheck check) {
    return new PlacedCheck(check, Optional.empty(), Optional.empty(), Stage.ANYWHERE);
  }

  /** The same check, which does not fail however often it is asked. */
  public PlacedCheck untilItPasses() {
    HealthCheck patient =
        new HealthCheck(check.probe(), check.passes(), Integer.MAX_VALUE, check.interval());
    return new PlacedCheck(patient, service, node, stage);
  }

  /** Two are the same check if what is asked, and for whom, is the same. */
  boolean isSame(PlacedCheck other) {
    return check.equals(other.check) && service.equals(other.service);
  }

  /** Whether answers count. */
  public enum Stage {
    /** They do as soon as everything has converged; nobody knows which service gives them. */
    ANYWHERE,
    /** A task is on its way, and none runs: they do not. */
    COMING,
    /** A task of another spec runs: they do not. */
    OUTDATED,
    /** Nothing but the awaited spec runs: they do. */
    CURRENT
  }
}
