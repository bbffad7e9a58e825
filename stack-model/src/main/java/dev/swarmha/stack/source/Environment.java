package dev.swarmha.stack.source;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The variables that a stack file may refer to; names are case sensitive. */
public record Environment(Map<String, String> variables) {

  public Environment {
    variables = Map.copyOf(variables);
  }

  public static Environment empty() {
    return new Environment(Map.of());
  }

  public Optional<String> get(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  /** These variables, and those of another where this one has none of that name. */
  public Environment orElse(Environment other) {
    Map<String, String> both = new LinkedHashMap<>(other.variables);
    both.putAll(variables);
    return new Environment(both);
  }
}
