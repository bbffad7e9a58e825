package dev.swarmha.document;

import static java.util.Objects.requireNonNull;

/**
 * Where a document was written: the name of its source as the user typed it, and the line and
 * column of its first character, both from 1. {@link #NONE} marks what no file contains.
 */
public record Origin(String source, int line, int column) {

  /** The origin of documents that were computed or read from an Engine. */
  public static final Origin NONE = new Origin("", 0, 0);

  public Origin {
    requireNonNull(source, "source");
  }

  public boolean isKnown() {
    return line > 0;
  }

  /** {@code FILE:LINE:COLUMN}, the form that editors and terminals turn into a link. */
  @Override
  public String toString() {
    return isKnown() ? source + ":" + line + ":" + column : "(computed)";
  }
}
