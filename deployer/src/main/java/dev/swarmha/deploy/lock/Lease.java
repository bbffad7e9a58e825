package dev.swarmha.deploy.lock;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.format.DateTimeParseException;

/**
 * For how long a lock outlives its last renewal. An owner renews so often that a few renewals may
 * fail, one after the other, before anybody doubts it.
 */
public record Lease(Duration length) {

  public static final Lease DEFAULT = new Lease(Duration.ofSeconds(60));

  private static final int RENEWALS = 6;
  private static final int MISSED = 2;

  public Lease {
    requireNonNull(length, "length");
    if (length.compareTo(Duration.ofSeconds(RENEWALS)) < 0) {
      throw new IllegalArgumentException("a lease of " + length + " is too short to be renewed");
    }
  }

  /** How often its owner renews it. */
  Duration interval() {
    return length.dividedBy(RENEWALS);
  }

  /** How long an owner must not be heard of before its lock is taken from it. */
  public Duration silence() {
    return interval().multipliedBy(MISSED);
  }

  /**
   * For how long after a renewal its owner may still begin a change, which must not outlast the
   * lease.
   */
  Duration half() {
    return length.dividedBy(2);
  }

  /** The text that a label holds, such as {@code PT1M}. */
  String text() {
    return length.toString();
  }

  /** The lease that a label tells; the default one where it tells none. */
  static Lease parse(String text) {
    try {
      return new Lease(Duration.parse(text));
    } catch (DateTimeParseException | IllegalArgumentException unreadable) {
      return DEFAULT;
    }
  }
}
