package dev.swarmha.deploy;

import dev.swarmha.deploy.apply.Applied;
import dev.swarmha.deploy.apply.PlanExecutor;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.lock.LockLostException;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.plan.Plan;
import dev.swarmha.deploy.plan.RemovalPlanner;
import dev.swarmha.deploy.revision.RevisionStore;
import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.Snapshot.ExternalNames;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.wait.RemovalWait;
import dev.swarmha.wait.TimedReading;
import dev.swarmha.wait.WaitResult;
import java.time.Duration;
import java.time.Instant;
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
   * Removes these stacks, one after the other, each under its lock.
   *
   * @param timeout for all of them; the time that is spent on waiting for locks does not count
   * @param lockTimeout how long to wait, for each of them, while somebody else has locked it
   * @throws EngineRefusedException when something cannot be removed for another reason than time
   */
  public Outcome run(List<String> stacks, Duration timeout, Duration lockTimeout) {
    List<String> removed = new ArrayList<>();
    Duration left = timeout;
    for (String stack : stacks) {
      Removal removal = new Removal(stack, left);
      Outcome outcome = new ExclusiveWork(world, stack).run("rm", lockTimeout, removal::run);
      if (!(outcome instanceof Outcome.Done)) {
        return outcome;
      }
      left = removal.left;
      if (removal.foundSomething) {
        removed.add(stack);
      }
    }
    return new Outcome.Done(
        removed.isEmpty()
            ? "nothing to remove"
            : (removed.size() == 1 ? "stack " : "stacks ")
                + String.join(", ", removed)
                + " removed; volumes are kept");
  }

  /** The removal of one stack, under its lock. */
  private static final class Removal {

    private final String stack;
    private Duration left;
    private boolean foundSomething;

    Removal(String stack, Duration left) {
      this.stack = stack;
      this.left = left;
    }

    Outcome run(World world) {
      Instant begun = world.timeline().instant();
      Deadline deadline = Deadline.in(left, world.timeline());
      TimedReading reading = new TimedReading(world.swarm(), deadline);
      try {
        WaitResult result = remove(world, reading.swarm(), deadline);
        left = deadline.left();
        return result.succeeded()
            ? new Outcome.Done("stack " + stack + " is gone")
            : new Outcome.TimedOut("stack " + stack + " is not gone yet", result.reasons());
      } catch (InterruptedException | EngineInterruptedException interrupted) {
        return new Outcome.Interrupted(
            "interrupted; what is removed stays removed, and the next \"swarmha rm\" goes on");
      } catch (LockLostException lost) {
        Duration duration = Duration.between(begun, world.timeline().instant());
        return ExclusiveWork.stopped(stack, "what is removed stays removed", duration, lost);
      } catch (EngineException away) {
        return new Outcome.TimedOut(
            "stack " + stack + " is not gone yet", reading.unanswered(away));
      }
    }

    private WaitResult remove(World world, SwarmEngine inTime, Deadline deadline)
        throws InterruptedException {
      Snapshot observed = Snapshot.ofStack(inTime, world.timeline(), stack, ExternalNames.NONE);
      Plan plan = RemovalPlanner.wholeStack(stack, observed);
      foundSomething = !plan.isEmpty();
      WaitResult gone = plan.isEmpty() ? nothing(world) : remove(world, plan, observed, deadline);
      if (gone.succeeded()) {
        new RevisionStore(world.swarm()).forgetAll(stack);
      }
      return gone;
    }

    private WaitResult nothing(World world) {
      // To remove what is not there is no error, but it may be a slip.
      String told = String.valueOf(UnknownStack.named(stack, world.swarm()).getMessage());
      world.sink().on(new ProgressEvent.Noted(told));
      return new WaitResult.Succeeded();
    }

    private WaitResult remove(World world, Plan plan, Snapshot observed, Deadline deadline)
        throws InterruptedException {
      world.sink().on(new ProgressEvent.PlanMade(plan));
      Applied applied =
          new PlanExecutor(world.swarm(), world.sink()).apply(plan, observed, deadline);
      if (applied.failure().isPresent()) {
        Applied.Failure failure = applied.failure().get();
        if (deadline.hasPassed()) {
          return new WaitResult.TimedOut(failure.reasons());
        }
        throw new EngineRefusedException(
            "could not " + failure.message() + "; what is removed stays removed");
      }
      return new RemovalWait(world.impatientSwarm(), world.timeline())
          .awaitStack(stack, observed.services(), deadline);
    }
  }
}
