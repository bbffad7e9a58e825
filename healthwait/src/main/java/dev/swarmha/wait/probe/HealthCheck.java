package dev.swarmha.wait.probe;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.probe.HealthProbe;
import java.time.Duration;

/**
 * A probe and its patience: it fails for good after this many failed tries in all, with this much
 * time between the beginning of one try and the next.
 */
public record HealthCheck(HealthProbe probe, int retries, Duration interval) {

  public HealthCheck {
    requireNonNull(probe, "probe");
    requireNonNull(interval, "interval");
    if (retries < 1) {
      throw new IllegalArgumentException("a health check needs at least one try");
    }
  }
}
