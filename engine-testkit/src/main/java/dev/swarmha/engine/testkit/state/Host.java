package dev.swarmha.engine.testkit.state;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.Node.Description;
import java.util.Map;
import java.util.TreeMap;

/** A machine with an Engine on it, whether it belongs to a swarm or not. */
public record Host(
    String name, String address, Description description, Map<String, String> engineLabels) {

  public Host {
    requireNonNull(name, "name");
    requireNonNull(address, "address");
    requireNonNull(description, "description");
    engineLabels = new TreeMap<>(engineLabels);
  }
}
