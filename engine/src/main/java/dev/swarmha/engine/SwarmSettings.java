package dev.swarmha.engine;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Mapping;
import java.util.List;

/**
 * What holds for a swarm as a whole, as it was observed. The spec is complete, unknown fields
 * included, so that writing it back loses nothing.
 *
 * @param id the swarm's id
 * @param addressPools where overlay networks take their subnets from; fixed when it was formed
 * @param subnetSize the length of the prefix of each of these subnets; likewise
 * @param trustRoot the certificate of the swarm's own authority, PEM; empty where it is not told
 */
public record SwarmSettings(
    String id,
    ObjectVersion version,
    Mapping spec,
    List<String> addressPools,
    int subnetSize,
    String trustRoot) {

  public SwarmSettings {
    requireNonNull(id, "id");
    requireNonNull(version, "version");
    requireNonNull(spec, "spec");
    addressPools = List.copyOf(addressPools);
    requireNonNull(trustRoot, "trustRoot");
  }
}
