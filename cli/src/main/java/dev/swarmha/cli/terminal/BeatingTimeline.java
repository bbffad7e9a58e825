package dev.swarmha.cli.terminal;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.time.Timeline;
import java.time.Duration;
import java.time.Instant;

/** A timeline that tells somebody, while it waits, that time passes. */
public final class BeatingTimeline implements Timeline {

  private static final Duration BEAT = Duration.ofMillis(500);

  private final Timeline timeline;
  private final Runnable onBeat;

  public BeatingTimeline(Timeline timeline, Runnable onBeat) {
    this.timeline = requireNonNull(timeline, "timeline");
    this.onBeat = requireNonNull(onBeat, "onBeat");
  }

  @Override
  public Instant instant() {
    return timeline.instant();
  }

  @Override
  public void sleep(Duration time) throws InterruptedException {
    Duration left = time;
    while (left.compareTo(BEAT) > 0) {
      onBeat.run();
      timeline.sleep(BEAT);
      left = left.minus(BEAT);
    }
    onBeat.run();
    timeline.sleep(left);
  }
}
