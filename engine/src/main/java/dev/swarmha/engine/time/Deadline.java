package dev.swarmha.engine.time;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/**
 * The instant at which a command gives up. Made once, from the user's time-out, and passed down, so
 * that nested waits never add up.
 */
public record Deadline(Timeline timeline, Instant instant) {

  public Deadline {
    requireNonNull(timeline, "timeline");
    requireNonNull(instant, "instant");
  }

  public static Deadline in(Duration time, Timeline timeline) {
    return new Deadline(timeline, timeline.instant().plus(time));
  }

  /** This deadline, or the end of a time that begins now if that comes first. */
  public Deadline within(Duration time) {
    Deadline sooner = in(time, timeline);
    return sooner.instant.isBefore(instant) ? sooner : this;
  }

  /** The deadline of somebody who has so much more time. */
  public Deadline later(Duration time) {
    return new Deadline(timeline, instant.plus(time));
  }

  public boolean hasPassed() {
    return !timeline.instant().isBefore(instant);
  }

  /** The time that is left; zero when the deadline has passed. */
  public Duration left() {
    Duration left = Duration.between(timeline.instant(), instant);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /**
   * Waits this long, or until the deadline if that comes first.
   *
   * @throws InterruptedException when the command is interrupted meanwhile
   */
  public void sleepAtMost(Duration time) throws InterruptedException {
    Duration left = left();
    timeline.sleep(left.compareTo(time) < 0 ? left : time);
  }
}
