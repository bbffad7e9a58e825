package dev.swarmha.stack.validate;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Origin;
import dev.swarmha.document.Sequence;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What was found out about the values of keys while the files were read. */
final class ValueRemarks {

  /** A section and a name in it: what extends a service has another name. */
  private static final int NAMES = 2;

  /** The rule by which services are left out. */
  private static final String PROFILE = "profile";

  private record Line(String source, int number) {}

  private final Map<Line, List<Diagnostic>> byLine = new HashMap<>();
  private final Map<DocumentPath, String> leftOut = new HashMap<>();

  ValueRemarks(List<Diagnostic> found) {
    for (Diagnostic one : found) {
      byLine.computeIfAbsent(line(one.origin()), any -> new ArrayList<>()).add(one);
      if (one.severity() == Severity.INFO && one.rule().equals(PROFILE)) {
        leftOut.put(one.path(), one.message());
      }
    }
  }

  /** Why a service does not count at all; empty where it does. */
  Optional<String> leftOut(DocumentPath service) {
    return Optional.ofNullable(leftOut.get(service));
  }

  /** Why the value of a key cannot be; empty where nothing is wrong with it. */
  Optional<String> error(DocumentPath path, Origin place, Document value) {
    return about(path, place, value)
        .filter(Diagnostic::isError)
        .map(one -> one.message() + one.hint().map(hint -> "; " + hint).orElse(""))
        .findFirst();
  }

  /** What of the value of a key has another effect than it seems. */
  List<String> warnings(DocumentPath path, Origin place, Document value) {
    return about(path, place, value)
        .filter(one -> one.severity() == Severity.WARNING)
        .map(Diagnostic::message)
        .distinct()
        .toList();
  }

  private Stream<Diagnostic> about(DocumentPath path, Origin place, Document value) {
    Set<Line> lines = new HashSet<>();
    lines.add(line(place));
    addLines(value, lines);
    return lines.stream()
        .flatMap(line -> byLine.getOrDefault(line, List.of()).stream())
        .filter(one -> inEntry(one.path()).startsWith(inEntry(path)));
  }

  private static void addLines(Document value, Set<Line> lines) {
    lines.add(line(value.origin()));
    if (value instanceof Mapping mapping) {
      mapping
          .entries()
          .forEach(
              (key, entry) -> {
                lines.add(line(mapping.keyOrigin(key)));
                addLines(entry, lines);
              });
    } else if (value instanceof Sequence list) {
      list.items().forEach(item -> addLines(item, lines));
    }
  }

  private static DocumentPath inEntry(DocumentPath path) {
    int names = path.steps().size() > NAMES ? NAMES : 0;
    return new DocumentPath(path.steps().subList(names, path.steps().size()));
  }

  private static Line line(Origin origin) {
    return new Line(origin.source(), origin.line());
  }
}
