package dev.swarmha.stack.canonical;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import java.util.Optional;

/**
 * An entry of a top-level section: nothing at all becomes an empty mapping, {@code external: {name:
 * x}} becomes {@code external: true} beside {@code name: x}, and {@code external: false} goes.
 */
final class ExternalForm implements Form {

  private static final String EXTERNAL = "external";
  private static final String NAME = "name";

  private final Diagnostics problems;
  private final boolean keepsFalse;

  ExternalForm(Diagnostics problems) {
    this(problems, false);
  }

  /**
   * A form.
   *
   * @param keepsFalse whether {@code external: false} stays, so that it counts against others
   */
  ExternalForm(Diagnostics problems, boolean keepsFalse) {
    this.problems = problems;
    this.keepsFalse = keepsFalse;
  }

  @Override
  public Document apply(DocumentPath path, Document document) {
    Mapping entry =
        document.asMapping().orElseGet(() -> Mapping.builder().build(document.origin()));
    Optional<Document> external = entry.get(EXTERNAL);
    if (external.isEmpty()) {
      return entry;
    }
    boolean mapped = external.get().asMapping().isPresent();
    if (!mapped) {
      boolean stays = keepsFalse || external.get().asBoolean().orElse(false);
      return stays ? entry : entry.without(EXTERNAL);
    }
    Optional<Document> name = external.get().at(NAME);
    DocumentPath place = path.child(EXTERNAL);
    if (name.isPresent() && entry.has(NAME)) {
      String message = "\"external.name\" and \"name\" exclude each other; use \"name\" alone";
      problems.add(Diagnostic.error("bad-value", entry.keyOrigin(EXTERNAL), place, message));
    }
    name.ifPresent(
        text ->
            problems.add(
                Diagnostic.warning("deprecated-key", text.origin(), place.child(NAME), "deprecated")
                    .withHint("write \"external: true\" and \"name: " + text + "\"")));
    Mapping marked = entry.with(EXTERNAL, Document.bool(true).withOrigin(external.get().origin()));
    return name.filter(text -> !entry.has(NAME))
        .map(text -> marked.with(NAME, text))
        .orElse(marked);
  }
}
