package dev.swarmha.engine.testkit.state;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Mapping;

/** One port of a service's {@code EndpointSpec}; published 0 means that the Engine picks one. */
public record PublishedPort(int published, int target, String protocol, boolean onNode) {

  public PublishedPort {
    requireNonNull(protocol, "protocol");
  }

  static PublishedPort read(Mapping port) {
    return new PublishedPort(
        port.number("PublishedPort").orElse(0L).intValue(),
        port.number("TargetPort").orElse(0L).intValue(),
        port.text("Protocol").orElse("tcp"),
        port.text("PublishMode").filter("host"::equals).isPresent());
  }

  /** Whether both cannot be open in one place. */
  public boolean collidesWith(PublishedPort other) {
    return published != 0 && published == other.published && protocol.equals(other.protocol);
  }
}
