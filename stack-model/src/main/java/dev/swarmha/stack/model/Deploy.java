package dev.swarmha.stack.model;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a service is spread over the swarm, and updated.
 *
 * @param mode replicated, global, replicated-job or global-job
 */
public record Deploy(
    String mode,
    Optional<Long> replicas,
    Map<String, String> labels,
    Optional<String> endpointMode,
    Optional<UpdatePolicy> update,
    Optional<UpdatePolicy> rollback,
    Optional<Resources> limits,
    Optional<Resources> reservations,
    Optional<RestartPolicy> restart,
    Placement placement,
    Swap swap) {

  public Deploy {
    requireNonNull(mode, "mode");
    requireNonNull(replicas, "replicas");
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    requireNonNull(endpointMode, "endpointMode");
    requireNonNull(update, "update");
    requireNonNull(rollback, "rollback");
    requireNonNull(limits, "limits");
    requireNonNull(reservations, "reservations");
    requireNonNull(restart, "restart");
    requireNonNull(placement, "placement");
    requireNonNull(swap, "swap");
  }
}
