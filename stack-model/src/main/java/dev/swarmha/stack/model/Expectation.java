package dev.swarmha.stack.model;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * What counts as a good answer, and how long to ask for it. What is not given has a default.
 *
 * @param status a status or a range of them, {@code 200-299}
 */
public record Expectation(
    Optional<String> status,
    Optional<String> contains,
    Optional<Integer> retries,
    Optional<Duration> interval,
    Optional<Duration> timeout) {

  public Expectation {
    requireNonNull(status, "status");
    requireNonNull(contains, "contains");
    requireNonNull(retries, "retries");
    requireNonNull(interval, "interval");
    requireNonNull(timeout, "timeout");
  }
}
