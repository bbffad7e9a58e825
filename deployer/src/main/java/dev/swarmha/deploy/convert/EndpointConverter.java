package dev.swarmha.deploy.convert;

import dev.swarmha.document.Mapping;
import dev.swarmha.stack.model.Port;
import dev.swarmha.stack.model.StackService;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * How a service is reached. Ports are in the order of what is published, and else in that of the
 * file, as docker/cli ({@code convertEndpointSpec}) has them: another order would restart the tasks
 * of services that it has deployed.
 */
final class EndpointConverter {

  private static final Comparator<Port> ORDER =
      Comparator.comparing(port -> port.published().orElse(0));

  Mapping convert(StackService service) {
    return new SpecBuilder()
        .text("Mode", service.deploy().endpointMode().map(mode -> mode.toLowerCase(Locale.ROOT)))
        .list(
            "Ports",
            service.attachments().ports().stream()
                .sorted(ORDER)
                .map(EndpointConverter::port)
                .toList())
        .build();
  }

  private static Mapping port(Port port) {
    return new SpecBuilder()
        .text("Name", port.name())
        .text("Protocol", port.protocol())
        .number("TargetPort", Optional.of((long) port.target()))
        .number("PublishedPort", port.published().map(Integer::longValue))
        .text("PublishMode", port.mode())
        .build();
  }
}
