package dev.swarmha.stack.include;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.source.Environment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values of the variables that included secrets and configs name. They are kept beside the
 * files, because nobody may see them there.
 */
final class IncludedContents {

  private static final String KEY = "environment";
  private static final List<String> SECTIONS = List.of("secrets", "configs");

  private final Diagnostics problems;
  private final Map<DocumentPath, String> values = new LinkedHashMap<>();

  IncludedContents(Diagnostics problems) {
    this.problems = problems;
  }

  /** Values by entry and name of the variable. */
  Map<DocumentPath, String> values() {
    return values;
  }

  /** Looks at what an inclusion brings, which has these variables. */
  void note(Mapping brought, Environment variables) {
    for (String section : SECTIONS) {
      Mapping entries = brought.mapping(section);
      for (String name : entries.keys()) {
        Optional<Document> variable = entries.mapping(name).get(KEY);
        variable
            .flatMap(written -> variables.get(written.toString()))
            .ifPresent(
                value -> note(DocumentPath.of(section, name), variable.orElseThrow(), value));
      }
    }
  }

  private void note(DocumentPath entry, Document variable, String value) {
    String known = values.putIfAbsent(entry.child(variable.toString()), value);
    if (known != null && !known.equals(value)) {
      String message =
          "the variable " + variable + " has one value in one inclusion and another in another";
      problems.add(Diagnostic.error("include", variable.origin(), entry.child(KEY), message));
    }
  }
}
