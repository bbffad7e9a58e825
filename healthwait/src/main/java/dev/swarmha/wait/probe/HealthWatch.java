package dev.swarmha.wait.probe;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.probe.Prober;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.engine.time.Timeline;
import dev.swarmha.wait.Reason;
import dev.swarmha.wait.Watch;
import dev.swarmha.wait.event.WaitListener;
import dev.swarmha.wait.probe.PlacedCheck.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks health checks all through a rollout. Each is asked, and its numbers are kept, as long as
 * there is somebody who may answer; its answers count from when they can be those of the awaited
 * spec. Then it fails when it has used up its tries, be it at the beginning or after it has passed;
 * and it holds when it has passed after everything has converged, and, should it have failed in
 * between, has passed for as long as services have to stay up.
 */
public final class HealthWatch implements Watch {

  private final HealthTargets targets;
  private final Duration window;
  private final Asking asking;
  private final List<CheckRun> runs = new ArrayList<>();
  private Optional<Instant> settledSince = Optional.empty();

  /**
   * A watch that has not begun.
   *
   * @param window how long what has failed after it had passed must pass again
   */
  public HealthWatch(
      HealthTargets targets,
      Duration window,
      Prober prober,
      Timeline timeline,
      WaitListener listener) {
    this.targets = requireNonNull(targets, "targets");
    this.window = requireNonNull(window, "window");
    this.asking = new Asking(prober, timeline, listener);
  }

  /** Asks once what can be asked before anything changes, without waiting for the answers. */
  public void begin(Snapshot before) {
    observe(before, false);
    asking.begin(runs);
  }

  @Override
  public void observe(Snapshot snapshot, boolean settled) {
    Instant now = asking.now();
    List<PlacedCheck> places = targets.at(snapshot);
    runs.stream().filter(run -> places.stream().noneMatch(run::isOf)).forEach(CheckRun::leave);
    places.forEach(place -> see(place, settled, now));
    if (settled && settledSince.isEmpty()) {
      settledSince = Optional.of(now);
      runs.forEach(run -> run.hurry(now));
    }
    settledSince = settledSince.filter(since -> settled);
  }

  private void see(PlacedCheck place, boolean settled, Instant now) {
    Optional<CheckRun> known = runs.stream().filter(run -> run.isOf(place)).findFirst();
    // Nobody can answer yet where no task has run.
    if (known.isEmpty() && place.stage() == Stage.COMING) {
      return;
    }
    CheckRun run = known.orElseGet(() -> new CheckRun(place, now));
    if (known.isEmpty()) {
      runs.add(run);
    }
    run.see(place, counts(place.stage(), settled), now);
  }

  private static boolean counts(Stage stage, boolean settled) {
    return switch (stage) {
      case ANYWHERE -> settled;
      case COMING, OUTDATED -> false;
      case CURRENT -> true;
    };
  }

  @Override
  public void pass(Duration time, Deadline deadline) throws InterruptedException {
    boolean wasDecided = isDecided();
    asking.pass(runs, time, deadline, () -> !wasDecided && isDecided());
  }

  private boolean isDecided() {
    return runs.stream().anyMatch(CheckRun::hasFailed)
        || settledSince.filter(since -> waiting(since).isEmpty()).isPresent();
  }

  private List<CheckRun> waiting(Instant since) {
    return runs.stream().filter(CheckRun::counts).filter(run -> !run.holds(since, window)).toList();
  }

  @Override
  public List<Reason> failures() {
    return runs.stream().filter(CheckRun::hasFailed).map(CheckRun::failure).toList();
  }

  @Override
  public List<Reason> missing(String lead) {
    return waiting(settledSince.orElse(Instant.MAX)).stream()
        .map(run -> run.missing(lead, window))
        .toList();
  }

  /** Asks nobody any more. */
  public void end() {
    runs.forEach(CheckRun::leave);
  }

  /** The numbers of each check that was asked, in the order in which they began. */
  public List<CheckSummary> summaries() {
    return runs.stream().filter(run -> run.tries() > 0).map(CheckRun::summary).toList();
  }

  /** The same checks, asked and told, but without a say in how a wait ends. */
  public Watch silently() {
    return new Silent(this);
  }

  private record Silent(HealthWatch watch) implements Watch {
    @Override
    public void observe(Snapshot snapshot, boolean settled) {
      watch.observe(snapshot, false);
    }

    @Override
    public void pass(Duration time, Deadline deadline) throws InterruptedException {
      watch.asking.pass(watch.runs, time, deadline, () -> false);
    }

    @Override
    public List<Reason> failures() {
      return List.of();
    }

    @Override
    public List<Reason> missing(String lead) {
      return List.of();
    }
  }
}
