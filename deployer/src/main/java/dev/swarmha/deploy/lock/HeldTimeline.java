package dev.swarmha.deploy.lock;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.time.Timeline;
import java.time.Duration;
import java.time.Instant;

/** Time under a lock: who sleeps wakes up for a moment whenever the lock has to be renewed. */
final class HeldTimeline implements Timeline {

  private final Timeline timeline;
  private final HeldLock lock;

  HeldTimeline(Timeline timeline, HeldLock lock) {
    this.timeline = requireNonNull(timeline, "timeline");
    this.lock = requireNonNull(lock, "lock");
  }

  @Override
  public Instant instant() {
    return timeline.instant();
  }

  @Override
  public void sleep(Duration time) throws InterruptedException {
    Instant end = instant().plus(time);
    Duration left = time;
    while (true) {
      lock.renewIfDue();
      Duration nap = lock.untilRenewal();
      if (nap.compareTo(left) >= 0) {
        timeline.sleep(left);
        return;
      }
      timeline.sleep(nap);
      left = Duration.between(instant(), end);
    }
  }
}
