package dev.swarmha.deploy;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.revision.Provenance;
import java.util.Optional;

/**
 * How a rollout is kept as a revision.
 *
 * @param message what the user says about it
 * @param provenance who asks for it, and from where
 * @param revisionsKept how many revisions the stack has at the most, one or more, beside the one
 *     that it is at
 */
public record Recording(Optional<String> message, Provenance provenance, int revisionsKept) {

  public static final Recording DEFAULT = new Recording(Optional.empty(), Provenance.UNKNOWN, 10);

  public Recording {
    requireNonNull(message, "message");
    requireNonNull(provenance, "provenance");
    if (revisionsKept < 1) {
      throw new IllegalArgumentException("one revision is the least to keep");
    }
  }
}
