package dev.swarmha.stack.validate;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Origin;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** {@code depends_on} must name services of the stack, and never lead back to where it began. */
final class DependencyRules {

  private static final String KEY = "depends_on";
  // Each of a cycle's services is told; of a very long one, some will do.
  private static final int MOST_CYCLES = 20;

  private final Mapping services;
  private final Diagnostics problems;
  private final Set<String> unresolved;
  private int cycles;

  DependencyRules(Mapping services, Diagnostics problems) {
    this.services = services;
    this.problems = problems;
    this.unresolved = unresolved();
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
      if (problems.hasErrorBelow(DocumentPath.of("include"))) {
        return;
      }
      Diagnostic error =
          Diagnostic.error("undefined", place, path, "there is no service \"" + name + "\"");
      String hint = problems.areEnough() ? "" : Suggestion.hint(name, services.keys());
      problems.add(hint.isEmpty() ? error : error.withHint(hint));
      return;
    }
    boolean suspect = unresolved.contains(dependent) && cycles < MOST_CYCLES;
    if (suspect && reachable(name).contains(dependent)) {
      cycles++;
      String message = "\"" + name + "\" depends on \"" + dependent + "\" in turn";
      problems.add(Diagnostic.error("cycle", place, path, message));
    }
  }

  private Set<String> reachable(String service) {
    Set<String> reached = new HashSet<>(Set.of(service));
    Deque<String> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      needs(open.pop()).filter(reached::add).forEach(open::push);
    }
    return reached;
  }

  /** What is left when services that need nothing are taken away again and again: cycles. */
  private Set<String> unresolved() {
    Map<String, Integer> missing = new HashMap<>();
    Map<String, List<String>> users = new HashMap<>();
    Deque<String> ready = new ArrayDeque<>();
    for (String name : services.keys()) {
      List<String> needed = needs(name).toList();
      missing.put(name, needed.size());
      needed.forEach(need -> users.computeIfAbsent(need, any -> new ArrayList<>()).add(name));
      if (needed.isEmpty()) {
        ready.push(name);
      }
    }
    while (!ready.isEmpty()) {
      for (String user : users.getOrDefault(ready.pop(), List.of())) {
        if (missing.merge(user, -1, Integer::sum) == 0) {
          ready.push(user);
        }
      }
    }
    missing.values().removeIf(count -> count == 0);
    return missing.keySet();
  }

  private Stream<String> needs(String service) {
    Mapping spec = services.mapping(service);
    return Stream.concat(spec.sequence(KEY).texts(), spec.mapping(KEY).keys().stream())
        .distinct()
        .filter(services::has);
  }
}
