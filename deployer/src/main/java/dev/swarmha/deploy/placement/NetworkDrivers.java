package dev.swarmha.deploy.placement;

import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Snapshot;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which driver each network has, by the network's name and by its id. */
public record NetworkDrivers(Map<String, String> drivers) {

  /** Nothing is known of any network. */
  public static final NetworkDrivers NONE = new NetworkDrivers(Map.of());

  public NetworkDrivers {
    drivers = Map.copyOf(drivers);
  }

  /** Those of the networks in a snapshot. */
  public static NetworkDrivers of(Snapshot snapshot) {
    Map<String, String> found = new HashMap<>();
    snapshot
        .all(ResourceKind.NETWORK)
        .forEach(
            network ->
                driver(network.spec())
                    .ifPresent(
                        driver -> {
                          found.put(network.id().value(), driver);
                          found.put(network.name(), driver);
                        }));
    return new NetworkDrivers(found);
  }

  /** Those of the networks that are there, and of those that a stack is to get. */
  static NetworkDrivers of(DesiredStack desired, Snapshot before) {
    Map<String, String> found = new HashMap<>();
    desired
        .all(ResourceKind.NETWORK)
        .forEach(
            network ->
                driver(network.spec())
                    .ifPresent(driver -> found.put(network.ref().name(), driver)));
    found.putAll(of(before).drivers());
    return new NetworkDrivers(found);
  }

  private static Optional<String> driver(Mapping spec) {
    return spec.text("Driver").filter(driver -> !driver.isEmpty());
  }

  /** The driver; empty for networks that are not known. */
  Optional<String> find(String network) {
    return Optional.ofNullable(drivers.get(network));
  }
}
