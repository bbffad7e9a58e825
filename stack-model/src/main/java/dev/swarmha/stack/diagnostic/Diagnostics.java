package dev.swarmha.stack.diagnostic;

import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects what the stages find, so that everything is reported at once. What an anchor carries to
 * several places in a file is one mistake and is kept once.
 */
public final class Diagnostics {

  private record Place(Severity severity, Origin origin, String message) {}

  private final List<Diagnostic> found = new ArrayList<>();
  private final Set<Place> places = new HashSet<>();

  public void add(Diagnostic diagnostic) {
    Origin origin = diagnostic.origin();
    if (origin.isKnown()
        && !places.add(new Place(diagnostic.severity(), origin, diagnostic.message()))) {
      return;
    }
    found.add(diagnostic);
  }

  public void addAll(List<Diagnostic> diagnostics) {
    diagnostics.forEach(this::add);
  }

  public boolean hasErrors() {
    return found.stream().anyMatch(Diagnostic::isError);
  }

  /** Whether an error at this very path is known, so that a later stage need not repeat it. */
  public boolean hasErrorAt(DocumentPath path) {
    return found.stream().anyMatch(known -> known.isError() && known.path().equals(path));
  }

  /** Whether an error at this very place of a file is known. */
  public boolean hasErrorAt(Origin origin) {
    return found.stream().anyMatch(known -> known.isError() && known.origin().equals(origin));
  }

  /** Whether an error at this path or below it is known. */
  public boolean hasErrorBelow(DocumentPath path) {
    return found.stream().anyMatch(known -> known.isError() && known.path().startsWith(path));
  }

  /** Whether an error at a child of this path is known. */
  public boolean hasErrorDirectlyBelow(DocumentPath path) {
    int depth = path.steps().size() + 1;
    return found.stream()
        .filter(known -> known.path().startsWith(path))
        .anyMatch(known -> known.isError() && known.path().steps().size() == depth);
  }

  /** Everything found: source by source as they were first named, each from top to bottom. */
  public List<Diagnostic> all() {
    List<String> sources = found.stream().map(one -> one.origin().source()).distinct().toList();
    Comparator<Diagnostic> order =
        Comparator.comparing((Diagnostic one) -> sources.indexOf(one.origin().source()))
            .thenComparing(one -> one.origin().line())
            .thenComparing(one -> one.origin().column());
    return found.stream().sorted(order).toList();
  }
}
