package dev.swarmha.deploy;

import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.plan.HealthTarget;
import dev.swarmha.deploy.revision.Revision;
import dev.swarmha.deploy.revision.RevisionStore;
import dev.swarmha.deploy.revision.StackRecord;
import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.wait.Reason;
import dev.swarmha.wait.TimedReading;
import dev.swarmha.wait.WaitResult;
import dev.swarmha.wait.probe.HealthCheck;
import dev.swarmha.wait.probe.HealthGate;
import dev.swarmha.wait.probe.PlacedCheck;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Asks addresses, and what a stack declares itself, until all of them answer. */
public final class CheckHealth {

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final World world;

  public CheckHealth(World world) {
    this.world = world;
  }

  /** Asks these addresses; no Engine is called. */
  public Outcome run(List<HealthCheck> checks, Duration timeout) {
    Deadline deadline = Deadline.in(timeout, world.timeline());
    try {
      return ask(checks.stream().map(PlacedCheck::anywhere).toList(), deadline);
    } catch (InterruptedException interrupted) {
      return interrupted();
    }
  }

  /**
   * Asks what the revision declares that the stack is at, where its tasks run now, and these
   * addresses beside that.
   *
   * @throws NotFoundException when it is not known what the stack declares, or there is nothing to
   *     ask
   * @throws dev.swarmha.engine.EngineException when the Engine is away or refuses to be read
   */
  public Outcome run(String stack, List<HealthCheck> named, Duration timeout) {
    Deadline deadline = Deadline.in(timeout, world.timeline());
    TimedReading reading = new TimedReading(world.swarm(), deadline);
    try {
      return run(stack, named, reading.swarm(), deadline);
    } catch (InterruptedException | EngineInterruptedException interrupted) {
      return interrupted();
    } catch (EngineException away) {
      return unasked(stack, reading.unanswered(away));
    }
  }

  private Outcome run(String stack, List<HealthCheck> named, SwarmEngine swarm, Deadline deadline)
      throws InterruptedException {
    HealthChecks checks = new HealthChecks(named, declared(stack, swarm));
    if (checks.isEmpty()) {
      throw new NotFoundException(
          "stack " + stack + " declares no health checks; name addresses with --url");
    }
    Snapshot now = Snapshot.ofRollout(swarm, world.timeline(), stack);
    while (!checks.unanswerable(now).isEmpty() && !deadline.hasPassed()) {
      deadline.sleepAtMost(BETWEEN_LOOKS);
      now = Snapshot.ofRollout(swarm, world.timeline(), stack);
    }
    List<Reason> silent = checks.unanswerable(now);
    return silent.isEmpty() ? ask(checks.answerable(now), deadline) : unasked(stack, silent);
  }

  private static Outcome unasked(String stack, List<Reason> reasons) {
    return new Outcome.TimedOut("stack " + stack + " cannot be asked for its health", reasons);
  }

  private static List<HealthTarget> declared(String stack, SwarmEngine swarm) {
    RevisionStore revisions = new RevisionStore(swarm);
    Revision current =
        revisions
            .current(stack)
            .orElseThrow(
                () ->
                    new NotFoundException(
                        "swarmha has deployed no stack "
                            + stack
                            + ", so what it declares is not known; name addresses with --url"));
    StackRecord record =
        revisions
            .record(current)
            .orElseThrow(
                () ->
                    new NotFoundException(
                        "revision "
                            + current.number()
                            + " of stack "
                            + stack
                            + " does not tell what it declares; deploy its file again, or name"
                            + " addresses with --url"));
    return record.desired().health();
  }

  private Outcome ask(List<PlacedCheck> checks, Deadline deadline) throws InterruptedException {
    HealthGate gate =
        new HealthGate(
            checks.stream().map(PlacedCheck::untilItPasses).toList(),
            world.prober(),
            world.timeline(),
            event -> world.sink().on(new ProgressEvent.Waiting(event)));
    WaitResult result = gate.await(deadline);
    String what = what(checks, result);
    return result.succeeded()
        ? new Outcome.Done(what + " healthy", Optional.empty(), gate.summaries())
        : new Outcome.TimedOut(what + " not healthy in time", result.reasons(), gate.summaries());
  }

  private static String what(List<PlacedCheck> checks, WaitResult result) {
    if (checks.size() == 1) {
      return checks.get(0).check().probe().address();
    }
    String all = checks.size() + " addresses";
    return result.succeeded() ? all : result.reasons().size() + " of " + all;
  }

  private static Outcome interrupted() {
    return new Outcome.Interrupted("interrupted; nothing was changed");
  }
}
