package dev.swarmha.deploy.revision;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One numbered deploy of a stack.
 *
 * @param number from 1, counted within the stack
 * @param message what the user said about it; empty where nothing was said
 */
public record Revision(
    String stack, int number, State state, Optional<String> message, Instant createdAt) {

  public Revision {
    requireNonNull(stack, "stack");
    requireNonNull(state, "state");
    requireNonNull(message, "message");
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
