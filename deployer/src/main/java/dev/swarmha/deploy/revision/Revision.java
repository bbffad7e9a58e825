package dev.swarmha.deploy.revision;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.ResourceRef;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One numbered deploy of a stack.
 *
 * @param number from 1, counted within the stack
 * @param message what the user said about it; empty where nothing was said
 * @param contents the secrets and configs that it has, under the names that they have in the swarm
 */
public record Revision(
    String stack,
    int number,
    State state,
    Optional<String> message,
    Set<ResourceRef> contents,
    Instant createdAt) {

  public Revision {
    requireNonNull(stack, "stack");
    requireNonNull(state, "state");
    requireNonNull(message, "message");
    contents = new TreeSet<>(contents);
    requireNonNull(createdAt, "createdAt");
  }

  /** How far a revision came. */
  public enum State {
    /** Its deploy has begun; if nobody is at work on it, it was cut off. */
    OPEN,
    /** Sent to the swarm by a deploy that did not wait for it. */
    SUBMITTED,
    DEPLOYED,
    ROLLED_BACK,
    FAILED,
    UNKNOWN;

    /** The word that labels and users see. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static State parse(String word) {
      for (State state : values()) {
        if (state.word().equals(word)) {
          return state;
        }
      }
      return UNKNOWN;
    }
  }
}
