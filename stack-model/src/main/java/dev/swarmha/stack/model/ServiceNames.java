package dev.swarmha.stack.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * Names that the containers of a service have and see.
 *
 * @param extraHosts as {@code HOST:ADDRESS}
 * @param resolverOptions as in {@code resolv.conf}
 */
public record ServiceNames(
    Optional<String> hostname,
    List<String> extraHosts,
    List<String> nameServers,
    List<String> searchDomains,
    List<String> resolverOptions) {

  public ServiceNames {
    requireNonNull(hostname, "hostname");
    extraHosts = List.copyOf(extraHosts);
    nameServers = List.copyOf(nameServers);
    searchDomains = List.copyOf(searchDomains);
    resolverOptions = List.copyOf(resolverOptions);
  }
}
