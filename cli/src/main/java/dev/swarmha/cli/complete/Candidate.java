package dev.swarmha.cli.complete;

import static java.util.Objects.requireNonNull;

/**
 * A word that can stand where the cursor is.
 *
 * @param description what it is, in a few words; may be empty
 * @param whole whether the word ends there, or goes on, as {@code shop_web=} does
 */
public record Candidate(String value, String description, boolean whole) {

  public Candidate {
    requireNonNull(value, "value");
    requireNonNull(description, "description");
  }

  /** A whole word. */
  public static Candidate of(String value, String description) {
    return new Candidate(value, description, true);
  }

  /** A whole word that says all by itself. */
  public static Candidate of(String value) {
    return of(value, "");
  }

  /** The same behind what is attached to it, such as {@code --context=}. */
  public Candidate behind(String attached) {
    return new Candidate(attached + value, description, whole);
  }
}
