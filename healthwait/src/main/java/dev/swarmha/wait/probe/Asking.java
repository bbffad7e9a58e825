package dev.swarmha.wait.probe;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.probe.ProbeResult;
import dev.swarmha.engine.probe.Prober;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.engine.time.Timeline;
import dev.swarmha.wait.event.WaitEvent;
import dev.swarmha.wait.event.WaitListener;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Asks what is due while time passes. Slow answers keep nobody else from being asked. */
final class Asking {

  private final Prober prober;
  private final Timeline timeline;
  private final WaitListener listener;

  Asking(Prober prober, Timeline timeline, WaitListener listener) {
    this.prober = requireNonNull(prober, "prober");
    this.timeline = requireNonNull(timeline, "timeline");
    this.listener = requireNonNull(listener, "listener");
  }

  Instant now() {
    return timeline.instant();
  }

  /** Asks what is due, without waiting for answers. */
  void begin(Collection<CheckRun> runs) {
    Instant now = now();
    runs.stream().filter(run -> run.isDue(now)).forEach(run -> run.begin(prober, now));
  }

  /** Asks for this long, or until it is enough. */
  void pass(Collection<CheckRun> runs, Duration time, Deadline deadline, BooleanSupplier isEnough)
      throws InterruptedException {
    Deadline end =
        Deadline.in(time.compareTo(deadline.left()) < 0 ? time : deadline.left(), timeline);
    while (true) {
      runs.forEach(this::collect);
      if (isEnough.getAsBoolean() || end.hasPassed()) {
        return;
      }
      begin(runs);
      end.sleepAtMost(rest(runs).orElse(time));
    }
  }

  private void collect(CheckRun run) {
    Optional<ProbeResult> result = run.collect();
    result.ifPresent(it -> listener.on(new WaitEvent.ProbeAnswered(it, run.tries())));
  }

  private Optional<Duration> rest(Collection<CheckRun> runs) {
    Instant now = now();
    return runs.stream().flatMap(run -> run.rest(now).stream()).min(Duration::compareTo);
  }
}
