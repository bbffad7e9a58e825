package dev.swarmha.deploy.placement;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Mapping;
import java.util.Set;
import java.util.stream.Collectors;

/** A port that a task opens on its node under a number of its service's choice. */
public record HostPort(int published, String protocol) {

  public HostPort {
    requireNonNull(protocol, "protocol");
  }

  /**
   * Those of a service. Where the Engine picks the number, no other task can be in the way
   * (swarmkit {@code HostPortFilter}).
   */
  public static Set<HostPort> of(Mapping serviceSpec) {
    return serviceSpec
        .mapping("EndpointSpec")
        .sequence("Ports")
        .mappings()
        .filter(port -> port.text("PublishMode").filter("host"::equals).isPresent())
        .map(
            port ->
                new HostPort(
                    port.number("PublishedPort").orElse(0L).intValue(),
                    port.text("Protocol").orElse("tcp")))
        .filter(port -> port.published() != 0)
        .collect(Collectors.toSet());
  }

  @Override
  public String toString() {
    return published + "/" + protocol;
  }
}
