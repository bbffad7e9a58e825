package dev.swarmha.stack.model;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a container finds out whether it is healthy. What is not given, the image decides.
 *
 * @param disabled whether the check of the image is switched off
 */
public record Healthcheck(
    boolean disabled,
    List<String> test,
    Optional<Duration> interval,
    Optional<Duration> timeout,
    Optional<Duration> startPeriod,
    Optional<Duration> startInterval,
    Optional<Long> retries) {

  public Healthcheck {
    test = List.copyOf(test);
    requireNonNull(interval, "interval");
    requireNonNull(timeout, "timeout");
    requireNonNull(startPeriod, "startPeriod");
    requireNonNull(startInterval, "startInterval");
    requireNonNull(retries, "retries");
  }
}
