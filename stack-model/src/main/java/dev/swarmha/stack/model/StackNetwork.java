package dev.swarmha.stack.model;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A network as the file declares it.
 *
 * @param name its full name, where the file gives one
 * @param external whether it must be there already
 */
public record StackNetwork(
    Optional<String> name,
    boolean external,
    Optional<String> driver,
    Map<String, String> driverOptions,
    boolean internal,
    boolean attachable,
    Map<String, String> labels,
    Optional<AddressManagement> addresses) {

  /** How the addresses of a network are given out. */
  public record AddressManagement(Optional<String> driver, List<String> subnets) {
    public AddressManagement {
      requireNonNull(driver, "driver");
      subnets = List.copyOf(subnets);
    }
  }

  public StackNetwork {
    requireNonNull(name, "name");
    requireNonNull(driver, "driver");
    driverOptions = Collections.unmodifiableMap(new LinkedHashMap<>(driverOptions));
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    requireNonNull(addresses, "addresses");
  }
}
