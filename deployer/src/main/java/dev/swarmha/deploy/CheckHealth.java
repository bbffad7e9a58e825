package dev.swarmha.deploy;

import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.wait.WaitResult;
import dev.swarmha.wait.probe.HealthCheck;
import dev.swarmha.wait.probe.HealthGate;
import java.time.Duration;
import java.util.List;

/** Asks addresses until all of them answer. */
public final class CheckHealth {

  private final World world;

  public CheckHealth(World world) {
    this.world = world;
  }

  public Outcome run(List<HealthCheck> checks, Duration timeout) {
    Deadline deadline = Deadline.in(timeout, world.timeline());
    try {
      WaitResult result =
          new HealthGate(
                  world.prober(),
                  world.timeline(),
                  event -> world.sink().on(new ProgressEvent.Waiting(event)))
              .await(checks, deadline);
      return Waited.outcome(result, what(checks, result), "healthy", "not healthy");
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
