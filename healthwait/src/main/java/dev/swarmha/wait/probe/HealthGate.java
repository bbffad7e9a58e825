package dev.swarmha.wait.probe;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.probe.ProbeResult;
import dev.swarmha.engine.probe.Prober;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.engine.time.Timeline;
import dev.swarmha.wait.Reason;
import dev.swarmha.wait.WaitResult;
import dev.swarmha.wait.event.WaitEvent;
import dev.swarmha.wait.event.WaitListener;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Opens when every health check has passed, and closes for good when one has used up its tries.
 * Checks take turns on the calling thread, the one whose next try is due first before the others.
 */
public final class HealthGate {

  private final Prober prober;
  private final Timeline timeline;
  private final WaitListener listener;

  public HealthGate(Prober prober, Timeline timeline, WaitListener listener) {
    this.prober = requireNonNull(prober, "prober");
    this.timeline = requireNonNull(timeline, "timeline");
    this.listener = requireNonNull(listener, "listener");
  }

  /**
   * Waits until each check has passed as often in a row as it wants.
   *
   * @throws InterruptedException when the command is interrupted meanwhile
   */
  public WaitResult await(List<HealthCheck> checks, Deadline deadline) throws InterruptedException {
    List<CheckRun> waiting = new ArrayList<>();
    checks.forEach(check -> waiting.add(new CheckRun(check, timeline.instant())));
    while (!waiting.isEmpty()) {
      CheckRun next = waiting.stream().min(Comparator.comparing(CheckRun::due)).orElseThrow();
      deadline.sleepAtMost(next.wait(timeline.instant()));
      if (deadline.hasPassed()) {
        return new WaitResult.TimedOut(waiting.stream().map(CheckRun::unfinished).toList());
      }
      Optional<Reason> failure = attempt(next, deadline);
      if (failure.isPresent()) {
        return new WaitResult.Failed(List.of(failure.get()));
      }
      waiting.removeIf(CheckRun::hasPassed);
    }
    return new WaitResult.Succeeded();
  }

  private Optional<Reason> attempt(CheckRun run, Deadline deadline) throws InterruptedException {
    run.begin(timeline.instant());
    ProbeResult result = prober.probe(run.probe().within(deadline.left()));
    ProbeResult named =
        new ProbeResult(run.probe(), result.passed(), result.answer(), result.took());
    run.end(named, deadline.hasPassed());
    listener.on(new WaitEvent.ProbeAnswered(named, run.attempts()));
    return run.failure();
  }
}
