package dev.swarmha.deploy.revision;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.ResourceRef;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One numbered deploy of a stack, or its return to an earlier one.
 *
 * @param number from 1, counted within the stack
 * @param contents the secrets and configs that it has, under the names that they have in the swarm
 */
public record Revision(
    String stack,
    int number,
    Instant createdAt,
    Caption caption,
    Set<ResourceRef> contents,
    Standing standing) {

  public Revision {
    requireNonNull(stack, "stack");
    requireNonNull(createdAt, "createdAt");
    requireNonNull(caption, "caption");
    contents = new TreeSet<>(contents);
    requireNonNull(standing, "standing");
  }

  public State state() {
    return standing.state();
  }

  public Optional<String> message() {
    return caption.message();
  }

  /** Whether the swarm was given all of it and did not go back. */
  public boolean isDeployed() {
    return state() == State.DEPLOYED || state() == State.SUBMITTED;
  }

  /** Whether it has left the stack somewhere on a way, so that the next one has to take it up. */
  public boolean isUnfinished() {
    return switch (state()) {
      case OPEN, INTERRUPTED, ROLLBACK_FAILED -> true;
      case SUBMITTED, DEPLOYED, ROLLED_BACK, FAILED, UNKNOWN -> false;
    };
  }

  /** How far a revision came. */
  public enum State {
    /** It has begun; if nobody is at work on it, it was cut off. */
    OPEN,
    /** It was cut off, and a later revision has taken it up. */
    INTERRUPTED,
    /** Sent to the swarm by a deploy that did not wait for it. */
    SUBMITTED,
    DEPLOYED,
    /** It failed, and the stack is back at what it was before. */
    ROLLED_BACK,
    /** It failed, and the stack was meant to be left as it is. */
    FAILED,
    /** It failed, and so did the way back. */
    ROLLBACK_FAILED,
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
