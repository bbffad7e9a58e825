package dev.swarmha.engine;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * Whose output is to be read, and how much of it.
 *
 * @param id of a service, for all of its tasks, or of a single task
 * @param follow go on with what is written later, by tasks that come later too
 * @param tail the last lines of each task only; empty for all
 * @param since what was written at this instant or later; empty for all
 */
public record LogRequest(
    Source source, ResourceId id, boolean follow, Optional<Integer> tail, Optional<Instant> since) {

  public LogRequest {
    requireNonNull(source, "source");
    requireNonNull(id, "id");
    requireNonNull(tail, "tail");
    requireNonNull(since, "since");
  }

  /** What the id is one of. */
  public enum Source {
    SERVICE,
    TASK
  }

  /** The rest of the same, after what was written at this instant. */
  public LogRequest after(Instant last) {
    return new LogRequest(source, id, follow, Optional.empty(), Optional.of(last.plusNanos(1)));
  }
}
