package dev.swarmha.stack.model;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * A service that must have got somewhere before another one is handled.
 *
 * @param service its name in the file
 * @param required whether it must be there; false where it may have been left out
 * @param restart whether the other one is to be restarted when this one is updated
 */
public record Dependency(String service, Condition condition, boolean required, boolean restart) {

  /** How far the service must have got. */
  public enum Condition {
    SERVICE_STARTED,
    SERVICE_HEALTHY,
    SERVICE_COMPLETED_SUCCESSFULLY;

    /** The word of the compose specification. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The condition for a word that the schema lets pass. */
    public static Condition of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  public Dependency {
    requireNonNull(service, "service");
    requireNonNull(condition, "condition");
  }

  /** What a name in a list means. */
  public static Dependency onStartOf(String service) {
    return new Dependency(service, Condition.SERVICE_STARTED, true, false);
  }
}
