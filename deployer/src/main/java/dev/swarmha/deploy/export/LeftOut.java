package dev.swarmha.deploy.export;

import dev.swarmha.engine.Resource;
import java.util.Optional;

/** The services of a stack that no stack file can have; a deploy leaves them alone. */
final class LeftOut {

  private final String prefix;

  LeftOut(String stack) {
    this.prefix = stack + "_";
  }

  /** Why a service is left out; empty where it is not. */
  Optional<String> why(Resource service) {
    if (!service.name().startsWith(prefix)) {
      return Optional.of(told(service, "has a name that no file can give it"));
    }
    String image =
        service.spec().mapping("TaskTemplate").mapping("ContainerSpec").text("Image").orElse("");
    return image.isEmpty()
        ? Optional.of(told(service, "runs no image, which no file can ask for"))
        : Optional.empty();
  }

  private static String told(Resource service, String reason) {
    return "service "
        + service.name()
        + " belongs to the stack but "
        + reason
        + "; it is left out, and a deploy leaves it alone";
  }
}
