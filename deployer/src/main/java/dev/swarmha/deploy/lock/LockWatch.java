package dev.swarmha.deploy.lock;

import dev.swarmha.engine.ObjectVersion;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Judges from outside whether a lock is over. Two clocks are compared only once, to guess for how
 * long a lock has not been renewed when it is first seen: the swarm's, which stamps it, and that of
 * the Engine that was asked. What decides is that nobody renews it while it is watched, on one
 * clock, our own.
 */
final class LockWatch {

  /** What to think of a lock. */
  enum Verdict {
    /** Its lease runs. */
    HELD,
    /** Its lease is over if the clocks are right; an owner that lives would still renew it. */
    OVERDUE,
    /** Nobody renews it any more. */
    OVER
  }

  /**
   * One version of a lock.
   *
   * @param first when we saw it first
   * @param renewed when it was written, as far as we can tell by our own clock
   */
  private record Sight(ResourceId id, ObjectVersion version, Instant first, Instant renewed) {
    boolean isOf(Resource lock) {
      return id.equals(lock.id()) && version.equals(lock.version());
    }
  }

  private Optional<Sight> last = Optional.empty();

  /**
   * The verdict on a lock as it was just seen.
   *
   * @param engineClock asks what the clock of the Engine shows
   * @param now our own clock
   */
  Verdict judge(Resource lock, Supplier<Instant> engineClock, Instant now) {
    Sight sight =
        last.filter(seen -> seen.isOf(lock)).orElseGet(() -> sight(lock, engineClock, now));
    last = Optional.of(sight);
    Lease lease = LockObject.holder(lock).lease();
    boolean overdue = !now.isBefore(sight.renewed().plus(lease.length()));
    if (overdue && !now.isBefore(sight.first().plus(lease.silence()))) {
      return Verdict.OVER;
    }
    return overdue ? Verdict.OVERDUE : Verdict.HELD;
  }

  private Sight sight(Resource lock, Supplier<Instant> engineClock, Instant now) {
    // A lock that changed under our eyes needs no guess: its holder lives.
    Duration guess =
        last.isPresent() ? Duration.ZERO : Duration.between(lock.updatedAt(), engineClock.get());
    Instant renewed = guess.isNegative() ? now : now.minus(guess);
    return new Sight(lock.id(), lock.version(), now, renewed);
  }
}
