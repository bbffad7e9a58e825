package dev.swarmha.deploy.logs;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * Whose log is wanted, and how much of it.
 *
 * @param name of a stack, a service or a task
 * @param follow go on with what is written later
 * @param tail the last lines of each task only
 * @param since what was written within this time before now only
 */
public record LogsRequest(
    String name, boolean follow, Optional<Integer> tail, Optional<Duration> since) {
  public LogsRequest {
    requireNonNull(name, "name");
    requireNonNull(tail, "tail");
    requireNonNull(since, "since");
  }
}
