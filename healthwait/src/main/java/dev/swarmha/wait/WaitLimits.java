package dev.swarmha.wait;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * The patience of a wait, beside its deadline.
 *
 * @param progressDeadline how long nothing may move forward; what a service's own spec allows for,
 *     such as the delay between two batches of an update, is added to it
 * @param grace how long trouble that may heal by itself, such as a task without a suitable node, is
 *     left to do so
 * @param crashGrace how long a crash loop is left alone while another service is still on its way,
 *     since that may be what the crashing tasks lack
 * @param outage how long the Engine may be away before the wait gives up
 */
public record WaitLimits(
    Duration progressDeadline, Duration grace, Duration crashGrace, Duration outage) {

  public static final WaitLimits DEFAULT =
      new WaitLimits(
          Duration.ofMinutes(2),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(45));

  public WaitLimits {
    requireNonNull(progressDeadline, "progressDeadline");
    requireNonNull(grace, "grace");
    requireNonNull(crashGrace, "crashGrace");
    requireNonNull(outage, "outage");
  }

  public WaitLimits withProgressDeadline(Duration changed) {
    return new WaitLimits(changed, grace, crashGrace, outage);
  }
}
