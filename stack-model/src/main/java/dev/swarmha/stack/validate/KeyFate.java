package dev.swarmha.stack.validate;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Origin;

/**
 * What becomes of one key of a file.
 *
 * @param explanation to what it is translated, or why it is ignored or refused; empty for a key
 *     that is honoured
 */
public record KeyFate(DocumentPath path, Origin place, Fate fate, String explanation) {

  /** The fates that a key can have. */
  public enum Fate {
    HONOURED("honoured"),
    TRANSLATED("translated"),
    IGNORED("ignored"),
    REFUSED("refused");

    private final String word;

    Fate(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  public KeyFate {
    requireNonNull(path, "path");
    requireNonNull(place, "place");
    requireNonNull(fate, "fate");
    requireNonNull(explanation, "explanation");
  }
}
