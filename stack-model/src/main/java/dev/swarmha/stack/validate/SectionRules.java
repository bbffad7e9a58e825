package dev.swarmha.stack.validate;

import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import java.util.List;

/** What must hold inside the entries of the top-level sections. */
final class SectionRules {

  private final Diagnostics problems;

  SectionRules(Diagnostics problems) {
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
    if (file.has("driver") && file.has("file")) {
      String message = "\"driver\" and \"file\" exclude each other";
      problems.add(
          Diagnostic.error("conflict", file.keyOrigin("file"), path.child("file"), message));
    }
    boolean reported = problems.hasErrorAt(path.child("file")) || problems.hasErrorBelow(path);
    if (!file.has("driver") && !file.has("file") && !reported) {
      problems.add(
          Diagnostic.error("missing-key", file.origin(), path, "\"file\" is missing")
              .withHint("name a file, or write \"external: true\" if it is in the swarm already"));
    }
  }
}
