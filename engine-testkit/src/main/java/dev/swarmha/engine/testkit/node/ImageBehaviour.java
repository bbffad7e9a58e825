package dev.swarmha.engine.testkit.node;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What containers of an image do: how long they take to become healthy, and how they end if they
 * do.
 *
 * @param healthyAfter the time from start to healthy; empty when they never are
 * @param ending how a container that runs ends by itself; empty when it runs until it is stopped
 * @param stopsAfter the time from the stop signal to the end
 * @param logs what they write to standard output
 * @param errors what they write to standard error after that
 * @param healthOutput what the last runs of the healthcheck have written
 */
public record ImageBehaviour(
    boolean missing,
    Optional<Duration> healthyAfter,
    Optional<Ending> ending,
    Duration stopsAfter,
    List<String> logs,
    List<String> errors,
    List<String> healthOutput) {

  /** An image that becomes healthy soon and runs for ever. */
  public static final ImageBehaviour HEALTHY =
      new ImageBehaviour(
          false,
          Optional.of(Duration.ofMillis(500)),
          Optional.empty(),
          Duration.ofMillis(200),
          List.of(),
          List.of(),
          List.of());

  public ImageBehaviour {
    requireNonNull(healthyAfter, "healthyAfter");
    requireNonNull(ending, "ending");
    requireNonNull(stopsAfter, "stopsAfter");
    logs = List.copyOf(logs);
    errors = List.copyOf(errors);
    healthOutput = List.copyOf(healthOutput);
  }

  /** How a container ends: this long after its start, and why. */
  public record Ending(Duration after, int exitCode, Cause cause) {
    public Ending {
      requireNonNull(after, "after");
      requireNonNull(cause, "cause");
    }
  }

  /** Why a container ends. */
  public enum Cause {
    /** Its process ends. */
    EXIT,
    /** Its healthcheck fails, and the Engine kills it. */
    UNHEALTHY,
    /** It takes more memory than its limit, and the kernel kills it. */
    MEMORY
  }

  public ImageBehaviour withMissing(boolean isMissing) {
    return new ImageBehaviour(
        isMissing, healthyAfter, ending, stopsAfter, logs, errors, healthOutput);
  }

  public ImageBehaviour withHealthyAfter(Optional<Duration> time) {
    return new ImageBehaviour(missing, time, ending, stopsAfter, logs, errors, healthOutput);
  }

  public ImageBehaviour withEnding(Ending end) {
    return new ImageBehaviour(
        missing, healthyAfter, Optional.of(end), stopsAfter, logs, errors, healthOutput);
  }

  public ImageBehaviour withStopsAfter(Duration time) {
    return new ImageBehaviour(missing, healthyAfter, ending, time, logs, errors, healthOutput);
  }

  public ImageBehaviour withLogs(List<String> lines) {
    return new ImageBehaviour(
        missing, healthyAfter, ending, stopsAfter, lines, errors, healthOutput);
  }

  public ImageBehaviour withErrors(List<String> lines) {
    return new ImageBehaviour(missing, healthyAfter, ending, stopsAfter, logs, lines, healthOutput);
  }

  public ImageBehaviour withHealthOutput(List<String> lines) {
    return new ImageBehaviour(missing, healthyAfter, ending, stopsAfter, logs, errors, lines);
  }
}
