package dev.swarmha.stack.validate;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Origin;
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
      DocumentPath path = DocumentPath.of("services", name, KEY);
      List<Document> needed = services.mapping(name).sequence(KEY).items();
      for (int i = 0; i < needed.size(); i++) {
        check(name, needed.get(i).toString(), needed.get(i).origin(), path.child(i));
      }
      Mapping conditions = services.mapping(name).mapping(KEY);
      for (String needs : conditions.keys()) {
        if (services.has(needs) || isRequired(conditions.mapping(needs))) {
          check(name, needs, conditions.keyOrigin(needs), path.child(needs));
        }
      }
    }
  }

  private static boolean isRequired(Mapping condition) {
    return condition.get("required").flatMap(Document::asBoolean).orElse(true);
  }

  private void check(String dependent, String name, Origin place, DocumentPath path) {
    if (!services.has(name)) {
      Diagnostic error =
          Diagnostic.error("undefined", place, path, "there is no service \"" + name + "\"");
      String hint = Suggestion.hint(name, services.keys());
      problems.add(hint.isEmpty() ? error : error.withHint(hint));
      return;
    }
    Set<String> reached = new LinkedHashSet<>();
    reach(name, reached);
    if (reached.contains(dependent)) {
      String message = "\"" + name + "\" depends on \"" + dependent + "\" in turn";
      problems.add(Diagnostic.error("cycle", place, path, message));
    }
  }

  private void reach(String service, Set<String> reached) {
    if (reached.add(service)) {
      Mapping spec = services.mapping(service);
      spec.sequence(KEY).texts().forEach(next -> reach(next, reached));
      spec.mapping(KEY).keys().forEach(next -> reach(next, reached));
    }
  }
}
