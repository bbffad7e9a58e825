package dev.swarmha.stack.validate;

import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.source.EntryVariables;
import java.util.List;
import java.util.Optional;

/** What must hold inside the entries of the top-level sections. */
final class SectionRules {

  /** Where the content of a secret or config can come from. */
  private static final List<String> SOURCES = List.of("driver", "file", "content", "environment");

  private final EntryVariables variables;
  private final Diagnostics problems;

  SectionRules(EntryVariables variables, Diagnostics problems) {
    this.variables = variables;
    this.problems = problems;
  }

  void volume(String name, Mapping volume) {
    if (!volume.has("external")) {
      return;
    }
    for (String key : List.of("driver", "driver_opts", "labels")) {
      if (volume.has(key)) {
        String message = "an external volume is used as it is and takes no \"" + key + "\"";
        problems.add(
            Diagnostic.error(
                "conflict", volume.keyOrigin(key), DocumentPath.of("volumes", name, key), message));
      }
    }
  }

  void file(String section, String name, Mapping file) {
    DocumentPath path = DocumentPath.of(section, name);
    if (file.has("external")) {
      return;
    }
    List<String> given = SOURCES.stream().filter(file::has).toList();
    if (given.size() > 1) {
      String last = given.get(1);
      String message = "\"" + given.get(0) + "\" and \"" + last + "\" exclude each other";
      problems.add(Diagnostic.error("conflict", file.keyOrigin(last), path.child(last), message));
    }
    variable(path, file);
    boolean reported = problems.hasErrorAt(path.child("file")) || problems.hasErrorBelow(path);
    if (given.isEmpty() && !reported) {
      problems.add(
          Diagnostic.error("missing-key", file.origin(), path, "\"file\" is missing")
              .withHint("name a file, or write \"external: true\" if it is in the swarm already"));
    }
  }

  private void variable(DocumentPath path, Mapping file) {
    Optional<String> name = file.text("environment").filter(text -> !text.isEmpty());
    if (name.isPresent() && variables.get(path, name.get()).isEmpty()) {
      String message = "the variable " + name.get() + " is not set";
      problems.add(
          Diagnostic.error(
              "missing-variable",
              file.get("environment").orElseThrow().origin(),
              path.child("environment"),
              message));
    }
  }
}
