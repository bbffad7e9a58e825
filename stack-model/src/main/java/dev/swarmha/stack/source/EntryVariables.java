package dev.swarmha.stack.source;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.DocumentPath;
import java.util.Map;
import java.util.Optional;

/**
 * What the variables hold that secrets and configs take their content from. Those that only an
 * inclusion has are known for the entries alone that it brings.
 *
 * @param included values by entry and name of the variable, such as {@code secrets.token.TOKEN}
 */
public record EntryVariables(Environment environment, Map<DocumentPath, String> included) {

  public EntryVariables {
    requireNonNull(environment, "environment");
    included = Map.copyOf(included);
  }

  /** The value of a variable that an entry of a section names. */
  public Optional<String> get(DocumentPath entry, String name) {
    return environment.get(name).or(() -> Optional.ofNullable(included.get(entry.child(name))));
  }
}
