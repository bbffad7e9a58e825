package dev.swarmha.stack.extend;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.stack.layer.Project;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The services of one file that others may extend.
 *
 * @param file how messages call the file
 * @param project what the file's own references to files start from
 * @param names of all its services
 * @param find a service in its long form
 */
record Definitions(
    String file, Project project, Set<String> names, Function<String, Optional<Definition>> find) {

  /**
   * A service as its own file has it.
   *
   * @param replaced the places in it at which what it extends does not count
   */
  record Definition(Mapping service, List<DocumentPath> replaced) {

    Definition {
      requireNonNull(service, "service");
      replaced = List.copyOf(replaced);
    }

    /** A service with those of a file's places that are in it. */
    static Definition of(String name, Mapping service, List<DocumentPath> replaced) {
      DocumentPath place = DocumentPath.of("services", name);
      return new Definition(
          service,
          replaced.stream()
              .filter(one -> one.startsWith(place) && !one.equals(place))
              .distinct()
              .toList());
    }
  }
}
