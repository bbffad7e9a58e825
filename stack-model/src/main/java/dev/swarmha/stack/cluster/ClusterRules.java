package dev.swarmha.stack.cluster;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What must hold between the members of a cluster's file. */
final class ClusterRules {

  private static final String RULE = "cluster";
  private static final List<String> ONCE = List.of("host", "context", "name", "advertiseAddr");
  private static final int DEFAULT_PORT = 2375;

  private final Diagnostics problems;
  private final Map<String, Document> seen = new HashMap<>();

  ClusterRules(Diagnostics problems) {
    this.problems = problems;
  }

  void check(Mapping file) {
    List.of("managers", "workers").forEach(section -> machines(file, section));
    List.of("secrets", "configs").forEach(section -> contents(file, section));
    warnOfEvenManagers(file);
  }

  private void machines(Mapping file, String section) {
    List<Document> machines = file.sequence(section).items();
    for (int i = 0; i < machines.size(); i++) {
      DocumentPath path = DocumentPath.of(section).child(i);
      machines.get(i).asMapping().ifPresent(machine -> machine(path, machine));
    }
  }

  private void machine(DocumentPath path, Mapping machine) {
    requireOneOf(path, machine, "host", "context");
    ONCE.forEach(key -> machine.get(key).ifPresent(value -> once(path.child(key), key, value)));
    Mapping tls = machine.mapping("tls");
    if (machine.has("tls") && machine.has("context")) {
      error(
          machine.get("tls").orElse(machine),
          path.child("tls"),
          "a context has its own TLS files",
          "leave \"tls\" out");
    }
    if (tls.has("cert") != tls.has("key")) {
      String there = tls.has("cert") ? "cert" : "key";
      String missing = tls.has("cert") ? "key" : "cert";
      error(
          tls,
          path.child("tls"),
          "\"" + there + "\" needs \"" + missing + "\" beside it",
          "name both files, or none");
    }
  }

  private void requireOneOf(DocumentPath path, Mapping mapping, String first, String second) {
    boolean known = problems.hasErrorBelow(path);
    if (mapping.has(first) && mapping.has(second)) {
      Document place = mapping.get(second).orElse(mapping);
      String message = "\"" + first + "\" and \"" + second + "\" exclude each other";
      error(place, path.child(second), message, "leave one of them out");
    } else if (!mapping.has(first) && !mapping.has(second) && !known) {
      error(mapping, path, "\"" + first + "\" or \"" + second + "\" is missing", "");
    }
  }

  private void once(DocumentPath path, String key, Document value) {
    String text = key.equals("host") ? normalised(value.toString()) : value.toString();
    Optional<Document> earlier = Optional.ofNullable(seen.putIfAbsent(key + " " + text, value));
    earlier.ifPresent(
        first ->
            error(
                value,
                path,
                "\"" + value + "\" is named twice; first in line " + first.origin().line(),
                "each machine is either a manager or a worker, and stands there once"));
  }

  /** The same endpoint may be written in several ways. */
  private static String normalised(String host) {
    String lower = host.strip().toLowerCase(Locale.ROOT).replaceAll("/+$", "");
    String tcp = lower.contains("://") ? lower : "tcp://" + lower;
    return tcp.matches("tcp://[^:/]+") ? tcp + ":" + DEFAULT_PORT : tcp;
  }

  private void contents(Mapping file, String section) {
    file.mapping(section)
        .entries()
        .forEach(
            (name, content) ->
                content
                    .asMapping()
                    .ifPresent(
                        entry ->
                            requireOneOf(DocumentPath.of(section, name), entry, "file", "env")));
  }

  private void warnOfEvenManagers(Mapping file) {
    int managers = file.sequence("managers").size();
    if (managers > 0 && managers % 2 == 0) {
      String message =
          "of "
              + managers
              + " managers no more may be lost than of "
              + (managers - 1)
              + ": "
              + (managers == 2 ? "none" : managers / 2 - 1);
      Document place = file.get("managers").orElse(file);
      problems.add(
          Diagnostic.warning("even-managers", place.origin(), DocumentPath.of("managers"), message)
              .withHint("have an odd number of managers"));
    }
  }

  private void error(Document place, DocumentPath path, String message, String hint) {
    if (problems.hasErrorAt(path)) {
      return;
    }
    Diagnostic error = Diagnostic.error(RULE, place.origin(), path, message);
    problems.add(hint.isEmpty() ? error : error.withHint(hint));
  }
}
