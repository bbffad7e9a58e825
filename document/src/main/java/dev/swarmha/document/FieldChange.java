package dev.swarmha.document;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** One place where two documents differ; an absent side means that the place is not there. */
public record FieldChange(DocumentPath path, Optional<Document> before, Optional<Document> after) {

  public FieldChange {
    requireNonNull(path, "path");
    requireNonNull(before, "before");
    requireNonNull(after, "after");
  }

  /** {@code path: before -> after}, with {@code (none)} for an absent side. */
  @Override
  public String toString() {
    return path + ": " + display(before) + " -> " + display(after);
  }

  private static String display(Optional<Document> side) {
    return side.map(Document::toString).orElse("(none)");
  }
}
