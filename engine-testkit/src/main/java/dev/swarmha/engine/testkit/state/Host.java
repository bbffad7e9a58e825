package dev.swarmha.engine.testkit.state;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.Node.Description;

/** A machine with an Engine on it, whether it belongs to a swarm or not. */
public record Host(String name, String address, Description description) {

  public Host {
    requireNonNull(name, "name");
    requireNonNull(address, "address");
    requireNonNull(description, "description");
  }
}
