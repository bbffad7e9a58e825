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
 * @param ipv4 whether it has IPv4 addresses; empty for what the Engine does by itself
 * @param ipv6 likewise
 */
public record StackNetwork(
    Optional<String> name,
    boolean external,
    Optional<String> driver,
    Map<String, String> driverOptions,
    boolean internal,
    boolean attachable,
    Map<String, String> labels,
    Optional<AddressManagement> addresses,
    Optional<Boolean> ipv4,
    Optional<Boolean> ipv6) {

  /** How the addresses of a network are given out. */
  public record AddressManagement(
      Optional<String> driver, List<AddressPool> pools, Map<String, String> options) {
    public AddressManagement {
      requireNonNull(driver, "driver");
      pools = List.copyOf(pools);
      options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }
  }

  /**
   * A range of addresses of a network.
   *
   * @param range the part of the subnet that is given out
   * @param reserved addresses that are kept for others, by their names
   */
  public record AddressPool(
      Optional<String> subnet,
      Optional<String> range,
      Optional<String> gateway,
      Map<String, String> reserved) {
    public AddressPool {
      requireNonNull(subnet, "subnet");
      requireNonNull(range, "range");
      requireNonNull(gateway, "gateway");
      reserved = Collections.unmodifiableMap(new LinkedHashMap<>(reserved));
    }
  }

  public StackNetwork {
    requireNonNull(name, "name");
    requireNonNull(driver, "driver");
    driverOptions = Collections.unmodifiableMap(new LinkedHashMap<>(driverOptions));
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    requireNonNull(addresses, "addresses");
    requireNonNull(ipv4, "ipv4");
    requireNonNull(ipv6, "ipv6");
  }
}
