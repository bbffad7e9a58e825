package dev.swarmha.engine.probe;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * The answer to one try of a probe, in words that name what came back: {@code HTTP 503}, {@code
 * connection refused}, {@code no answer within 5s}.
 */
public record ProbeResult(HealthProbe probe, boolean passed, String answer, Duration took) {

  public ProbeResult {
    requireNonNull(probe, "probe");
    requireNonNull(answer, "answer");
    requireNonNull(took, "took");
  }
}
