package dev.swarmha.stack.validate;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** {@code depends_on} must name services of the stack, and never lead back to where it began. */
final class DependencyRules {

  private static final String KEY = "depends_on";

  private final Mapping services;
  private final Diagnostics problems;

  DependencyRules(Mapping services, Diagnostics problems) {
    this.services = services;
    this.problems = problems;
  }

  void check() {
    for (String name : services.keys()) {
      List<Document> needed = services.mapping(name).sequence(KEY).items();
      for (int i = 0; i < needed.size(); i++) {
        check(name, needed.get(i), DocumentPath.of("services", name, KEY).child(i));
      }
    }
  }

  private void check(String service, Document dependency, DocumentPath path) {
    String name = dependency.toString();
    if (!services.has(name)) {
      Diagnostic error =
          Diagnostic.error(
              "undefined", dependency.origin(), path, "there is no service \"" + name + "\"");
      String hint = Suggestion.hint(name, services.keys());
      problems.add(hint.isEmpty() ? error : error.withHint(hint));
      return;
    }
    Set<String> reached = new LinkedHashSet<>();
    reach(name, reached);
    if (reached.contains(service)) {
      String message = "\"" + name + "\" depends on \"" + service + "\" in turn";
      problems.add(Diagnostic.error("cycle", dependency.origin(), path, message));
    }
  }

  private void reach(String service, Set<String> reached) {
    if (reached.add(service)) {
      services.mapping(service).sequence(KEY).texts().forEach(next -> reach(next, reached));
    }
  }
}
