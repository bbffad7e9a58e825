package dev.swarmha.engine.time;

import java.time.Duration;
import java.time.Instant;

/** The machine's clock, and the one place that sleeps: everything else asks a {@link Timeline}. */
public final class SystemTimeline implements Timeline {

  @Override
  public Instant instant() {
    return Instant.now();
  }

  @Override
  public void sleep(Duration time) throws InterruptedException {
    if (!time.isNegative()) {
      Thread.sleep(time.toMillis());
    }
  }
}
