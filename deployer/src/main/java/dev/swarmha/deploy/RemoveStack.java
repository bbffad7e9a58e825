package dev.swarmha.deploy;

import dev.swarmha.deploy.apply.Applied;
import dev.swarmha.deploy.apply.PlanExecutor;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.plan.Plan;
import dev.swarmha.deploy.plan.RemovalPlanner;
import dev.swarmha.deploy.revision.RevisionStore;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.Snapshot.ExternalNames;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.wait.RemovalWait;
import dev.swarmha.wait.WaitResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Removes stacks and waits until they are gone: services, tasks, networks, their secrets and
 * configs, and their revisions. Volumes stay, as with {@code docker stack rm}.
 */
public final class RemoveStack {

  private final World world;

  public RemoveStack(World world) {
    this.world = world;
  }

  /**
   * Removes these stacks, one after the other, all within one time-out.
   *
   * @throws EngineRefusedException when something cannot be removed for another reason than time
   */
  public Outcome run(List<String> stacks, Duration timeout) {
    Deadline deadline = Deadline.in(timeout, world.timeline());
    List<String> removed = new ArrayList<>();
    try {
      for (String stack : stacks) {
        Snapshot observed =
            Snapshot.ofStack(world.swarm(), world.timeline(), stack, ExternalNames.NONE);
        Plan plan = RemovalPlanner.wholeStack(stack, observed);
        if (plan.isEmpty()) {
          world.sink().on(new ProgressEvent.Noted("there is no stack \"" + stack + "\""));
          new RevisionStore(world.swarm()).forgetAll(stack);
          continue;
        }
        WaitResult result = remove(stack, plan, observed, deadline);
        removed.add(stack);
        if (!result.succeeded()) {
          return new Outcome.TimedOut("stack " + stack + " is not gone yet", result.reasons());
        }
      }
    } catch (InterruptedException | EngineInterruptedException interrupted) {
      return new Outcome.Interrupted(
          "interrupted; what is removed stays removed, and the next \"swarmha rm\" goes on");
    }
    return new Outcome.Done(
        removed.isEmpty()
            ? "nothing to remove"
            : (removed.size() == 1 ? "stack " : "stacks ")
                + String.join(", ", removed)
                + " removed; volumes are kept");
  }

  private WaitResult remove(String stack, Plan plan, Snapshot observed, Deadline deadline)
      throws InterruptedException {
    world.sink().on(new ProgressEvent.PlanMade(plan));
    Applied applied = new PlanExecutor(world.swarm(), world.sink()).apply(plan, observed, deadline);
    if (applied.failure().isPresent()) {
      Applied.Failure failure = applied.failure().get();
      if (deadline.hasPassed()) {
        return new WaitResult.TimedOut(failure.reasons());
      }
      throw new EngineRefusedException(
          "could not " + failure.message() + "; what is removed stays removed");
    }
    WaitResult gone =
        new RemovalWait(world.impatientSwarm(), world.timeline())
            .awaitStack(stack, observed.services(), deadline);
    if (gone.succeeded()) {
      new RevisionStore(world.swarm()).forgetAll(stack);
    }
    return gone;
  }
}
