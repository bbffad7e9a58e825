package dev.swarmha.stack.model;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/** When Swarm starts another task for one that has ended. */
public record RestartPolicy(
    Optional<String> condition,
    Optional<Duration> delay,
    Optional<Long> maxAttempts,
    Optional<Duration> window) {

  public RestartPolicy {
    requireNonNull(condition, "condition");
    requireNonNull(delay, "delay");
    requireNonNull(maxAttempts, "maxAttempts");
    requireNonNull(window, "window");
  }
}
