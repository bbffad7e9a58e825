package dev.swarmha.deploy.convert;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.stack.model.Healthcheck;
import java.util.List;

/** The healthcheck of containers; what is not given stays with the image. */
final class HealthcheckConverter {

  private static final Mapping DISABLED = Mapping.of("Test", Document.texts(List.of("NONE")));

  Mapping convert(Healthcheck check) {
    if (check.disabled()) {
      return DISABLED;
    }
    return new SpecBuilder()
        .texts("Test", check.test())
        .duration("Interval", check.interval())
        .duration("Timeout", check.timeout())
        .duration("StartPeriod", check.startPeriod())
        .duration("StartInterval", check.startInterval())
        .number("Retries", check.retries())
        .build();
  }
}
