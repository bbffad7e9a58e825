package dev.swarmha.deploy.convert;

import dev.swarmha.document.Mapping;
import dev.swarmha.stack.model.Port;
import dev.swarmha.stack.model.StackService;
import java.util.Comparator;
import java.util.Locale;

/** How a service is reached. The order of ports is fixed: another order would restart the tasks. */
final class EndpointConverter {

  private static final Comparator<Port> ORDER =
      Comparator.comparing((Port port) -> port.published().orElse(0))
          .thenComparing(Port::target)
          .thenComparing(port -> port.protocol().orElse(""))
          .thenComparing(port -> port.mode().orElse(""));

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
        .always("TargetPort", port.target())
        .number("PublishedPort", port.published().map(Integer::longValue))
        .text("PublishMode", port.mode())
        .build();
  }
}
