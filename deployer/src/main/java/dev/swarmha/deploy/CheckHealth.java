package dev.swarmha.deploy;

import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.wait.WaitResult;
import dev.swarmha.wait.probe.HealthCheck;
import dev.swarmha.wait.probe.HealthGate;
import dev.swarmha.wait.probe.PlacedCheck;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Asks addresses until all of them answer. */
public final class CheckHealth {

  private final World world;

  public CheckHealth(World world) {
    this.world = world;
  }

  public Outcome run(List<HealthCheck> checks, Duration timeout) {
    Deadline deadline = Deadline.in(timeout, world.timeline());
    try {
      HealthGate gate =
          new HealthGate(
              checks.stream().map(PlacedCheck::anywhere).toList(),
              world.prober(),
              world.timeline(),
              event -> world.sink().on(new ProgressEvent.Waiting(event)));
      WaitResult result = gate.await(deadline);
      String what = what(checks, result);
      return result.succeeded()
          ? new Outcome.Done(what + " healthy", Optional.empty(), gate.summaries())
          : new Outcome.TimedOut(what + " not healthy in time", result.reasons(), gate.summaries());
    } catch (InterruptedException interrupted) {
      return new Outcome.Interrupted("interrupted; nothing was changed");
    }
  }

  private static String what(List<HealthCheck> checks, WaitResult result) {
    if (checks.size() == 1) {
      return checks.get(0).probe().address();
    }
    String all = checks.size() + " addresses";
    return result.succeeded() ? all : result.reasons().size() + " of " + all;
  }
}
