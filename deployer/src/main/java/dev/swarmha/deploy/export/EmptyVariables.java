package dev.swarmha.deploy.export;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import java.util.ArrayList;
import java.util.List;

/**
 * Variables of containers without a value. Whoever deploys the file gives them one if a variable of
 * that name is set there (docker/cli {@code cli/compose/loader}, {@code resolveEnvironment}), and
 * no file can forbid it.
 */
final class EmptyVariables {

  private EmptyVariables() {}

  /** A warning for each service that has such variables. */
  static List<String> warnings(Mapping file) {
    List<String> warnings = new ArrayList<>();
    Mapping services = file.mapping("services");
    for (String service : services.keys()) {
      Mapping environment = services.mapping(service).mapping("environment");
      List<String> empty =
          environment.entries().entrySet().stream()
              .filter(entry -> isEmpty(entry.getValue()))
              .map(entry -> entry.getKey())
              .toList();
      if (!empty.isEmpty()) {
        warnings.add(told(service, empty));
      }
    }
    return warnings;
  }

  private static boolean isEmpty(Document value) {
    return value.isNull() || value.asText().filter(String::isEmpty).isPresent();
  }

  private static String told(String service, List<String> empty) {
    String names = String.join(", ", empty);
    return empty.size() == 1
        ? "services."
            + service
            + ".environment: "
            + names
            + " has no value; a deploy gives it that"
            + " of the variable of that name where it is deployed from, if one is set there"
        : "services."
            + service
            + ".environment: "
            + names
            + " have no values; a deploy gives them"
            + " those of the variables of these names where it is deployed from, if they are set"
            + " there";
  }
}
