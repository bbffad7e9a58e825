package dev.swarmha.stack.diagnostic;

import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Collects what the stages find, so that everything is reported at once. What an anchor carries to
 * several places in a file is one mistake and is kept once. Nobody reads thousands of lines: of
 * each source and severity the first hundred are told, and how many more there are.
 */
public final class Diagnostics {

  private static final int MOST_TOLD = 100;
  private static final int ENOUGH = 200;
  private static final Comparator<Diagnostic> FROM_TOP_TO_BOTTOM =
      Comparator.comparing((Diagnostic one) -> one.origin().line())
          .thenComparing(one -> one.origin().column());

  private record Place(Severity severity, Origin origin, String message) {}

  private final List<Diagnostic> found = new ArrayList<>();
  private final Set<Place> places = new HashSet<>();
  private final Set<Origin> errorPlaces = new HashSet<>();
  private final Set<DocumentPath> errorPaths = new HashSet<>();
  private final Set<DocumentPath> errorParents = new HashSet<>();
  private final Set<DocumentPath> errorAncestors = new HashSet<>();
  private boolean errors;

  public void add(Diagnostic diagnostic) {
    Origin origin = diagnostic.origin();
    if (origin.isKnown()
        && !places.add(new Place(diagnostic.severity(), origin, diagnostic.message()))) {
      return;
    }
    found.add(diagnostic);
    if (diagnostic.isError()) {
      index(diagnostic);
    }
  }

  private void index(Diagnostic error) {
    errors = true;
    errorPlaces.add(error.origin());
    errorPaths.add(error.path());
    error.path().parent().ifPresent(errorParents::add);
    Optional<DocumentPath> path = Optional.of(error.path());
    while (path.isPresent() && errorAncestors.add(path.get())) {
      path = path.get().parent();
    }
  }

  public void addAll(List<Diagnostic> diagnostics) {
    diagnostics.forEach(this::add);
  }

  public boolean hasErrors() {
    return errors;
  }

  /** Whether so much is wrong that it is not worth the time to find good words for more. */
  public boolean areEnough() {
    return found.size() >= ENOUGH;
  }

  /** Whether an error at this very path is known, so that a later stage need not repeat it. */
  public boolean hasErrorAt(DocumentPath path) {
    return errorPaths.contains(path);
  }

  /** Whether an error at this very place of a file is known. */
  public boolean hasErrorAt(Origin origin) {
    return errorPlaces.contains(origin);
  }

  /** Whether an error at this path or below it is known. */
  public boolean hasErrorBelow(DocumentPath path) {
    return errorAncestors.contains(path);
  }

  /** Whether an error at a child of this path is known. */
  public boolean hasErrorDirectlyBelow(DocumentPath path) {
    return errorParents.contains(path);
  }

  /** Everything to tell: source by source as they were first named, each from top to bottom. */
  public List<Diagnostic> all() {
    Map<String, List<Diagnostic>> bySource = new LinkedHashMap<>();
    for (Diagnostic one : found) {
      bySource.computeIfAbsent(one.origin().source(), any -> new ArrayList<>()).add(one);
    }
    List<Diagnostic> all = new ArrayList<>();
    bySource.forEach((source, own) -> all.addAll(told(source, own)));
    return all;
  }

  private static List<Diagnostic> told(String source, List<Diagnostic> own) {
    List<Diagnostic> sorted = own.stream().sorted(FROM_TOP_TO_BOTTOM).toList();
    List<Diagnostic> told = new ArrayList<>();
    List<Diagnostic> counts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      List<Diagnostic> alike = sorted.stream().filter(one -> one.severity() == severity).toList();
      told.addAll(alike.subList(0, Math.min(MOST_TOLD, alike.size())));
      if (alike.size() > MOST_TOLD) {
        counts.add(more(severity, source, alike.size() - MOST_TOLD));
      }
    }
    told.sort(FROM_TOP_TO_BOTTOM);
    told.addAll(counts);
    return told;
  }

  private static Diagnostic more(Severity severity, String source, int count) {
    String message = "and " + count + " more of the kind \"" + severity.word() + "\"";
    Origin whole = new Origin(source, 0, 0);
    return new Diagnostic(severity, "more", whole, DocumentPath.root(), message, Optional.empty());
  }
}
