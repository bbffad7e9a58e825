package dev.swarmha.stack.model;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * How an update or a rollback goes through the tasks of a service.
 *
 * @param parallelism how many tasks at a time; 0 for all at once
 */
public record UpdatePolicy(
    Optional<Long> parallelism,
    Optional<Duration> delay,
    Optional<String> failureAction,
    Optional<Duration> monitor,
    Optional<BigDecimal> maxFailureRatio,
    Optional<String> order) {

  public UpdatePolicy {
    requireNonNull(parallelism, "parallelism");
    requireNonNull(delay, "delay");
    requireNonNull(failureAction, "failureAction");
    requireNonNull(monitor, "monitor");
    requireNonNull(maxFailureRatio, "maxFailureRatio");
    requireNonNull(order, "order");
  }
}
