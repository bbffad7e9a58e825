package dev.swarmha.wait.probe;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.probe.HealthProbe;
import java.time.Duration;

/**
 * A probe and its patience.
 *
 * @param passes how often it must answer well one time after the other
 * @param retries how many tries may fail before it does so
 * @param interval the time between the beginning of one try and the next
 */
public record HealthCheck(HealthProbe probe, int passes, int retries, Duration interval) {

  public HealthCheck {
    requireNonNull(probe, "probe");
    requireNonNull(interval, "interval");
    if (retries < 1 || passes < 1) {
      throw new IllegalArgumentException("a health check needs at least one try");
    }
  }
}
