package dev.swarmha.deploy.revision;

import static java.util.Objects.requireNonNull;

import dev.swarmha.wait.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How far a revision came.
 *
 * @param took from the beginning to the end; empty as long as it has not ended
 * @param reasons why it did not go well; empty where it did
 */
public record Standing(Revision.State state, Optional<Duration> took, List<Reason> reasons) {

  public Standing {
    requireNonNull(state, "state");
    requireNonNull(took, "took");
    reasons = List.copyOf(reasons);
  }

  /** A state of which nothing more is known. */
  public static Standing of(Revision.State state) {
    return new Standing(state, Optional.empty(), List.of());
  }
}
