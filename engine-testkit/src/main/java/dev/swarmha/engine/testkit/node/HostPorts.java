package dev.swarmha.engine.testkit.node;

import dev.swarmha.engine.testkit.state.PublishedPort;

/** Picks the port on the node where a spec leaves it open, from the range that Linux uses. */
final class HostPorts {

  private static final int FIRST_FREE = 32768;
  private int picked;

  int published(PublishedPort port) {
    if (port.published() != 0) {
      return port.published();
    }
    return FIRST_FREE + picked++;
  }
}
