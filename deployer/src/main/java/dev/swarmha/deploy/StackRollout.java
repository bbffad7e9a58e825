package dev.swarmha.deploy;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.DeployRequest.OnFailure;
import dev.swarmha.deploy.DeployRequest.Patience;
import dev.swarmha.deploy.apply.Applied;
import dev.swarmha.deploy.apply.Gate;
import dev.swarmha.deploy.apply.PlanExecutor;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.plan.Plan;
import dev.swarmha.deploy.plan.Reconciler;
import dev.swarmha.deploy.plan.RemovalPlanner;
import dev.swarmha.deploy.revision.Revision;
import dev.swarmha.deploy.revision.RevisionStore;
import dev.swarmha.deploy.rotate.OldGenerations;
import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.Snapshot.ExternalNames;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.wait.Reason;
import dev.swarmha.wait.WaitResult;
import dev.swarmha.wait.probe.HealthCheck;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One rollout of a whole stack, from a plan that is made already to its outcome: it is recorded as
 * a revision, applied, and awaited until everything has converged and answers; then it is finished,
 * or the stack goes back to what it was.
 */
final class StackRollout {

  private static final int REVISIONS_KEPT = 10;

  private final World world;
  private final RevisionStore revisions;
  private final String stack;
  private final Terms terms;
  private final Instant begun;
  private final Deadline deadline;
  private String phase = "nothing has been changed";

  /** A rollout whose time begins now. */
  StackRollout(World world, String stack, Terms terms) {
    this.world = world;
    this.revisions = new RevisionStore(world.swarm());
    this.stack = stack;
    this.terms = terms;
    this.begun = world.timeline().instant();
    this.deadline = Deadline.in(terms.patience().timeout(), world.timeline());
  }

  /** Makes the plan come true. */
  Outcome run(DesiredStack desired, Snapshot before, Plan plan) throws InterruptedException {
    Optional<Revision> previous = revisions.current(stack);
    Revision revision = revisions.open(desired, terms.message());
    Report report = new Report(stack, plan, begun, world.timeline(), previous, revision);
    phase = "it is half deployed";
    Gate gate = new MilestoneGate(world, desired, terms.patience(), deadline);
    Applied applied =
        new PlanExecutor(world.swarm(), world.sink(), gate, () -> planAnew(desired))
            .apply(plan, before, deadline);
    if (applied.failure().isPresent()) {
      return failed(desired, before, report, applied.failure().get().reasons());
    }
    if (terms.detach()) {
      close(revision, Revision.State.SUBMITTED);
      return report.detached(desired);
    }
    phase = "everything is submitted, and nobody waits for it any more";
    WaitResult result = await(desired, snapshot(desired));
    if (!result.succeeded()) {
      return failed(desired, before, report, result.reasons());
    }
    return finished(desired, report);
  }

  /** What is wanted wins over what somebody else writes meanwhile. */
  private Optional<Plan> planAnew(DesiredStack desired) {
    return Optional.of(Reconciler.reconcile(desired, snapshot(desired)));
  }

  /** Proves that a stack runs that is already what it should be. */
  Outcome confirm(DesiredStack desired, Snapshot now) throws InterruptedException {
    Optional<Revision> previous = revisions.current(stack);
    // A stack that another tool deployed is at no revision yet; being looked after begins here.
    Revision revision =
        previous.orElseGet(
            () ->
                revisions.close(revisions.open(desired, terms.message()), Revision.State.DEPLOYED));
    Report report = new Report(stack, Plan.empty(), begun, world.timeline(), previous, revision);
    if (!terms.detach()) {
      WaitResult result = await(desired, now);
      if (!result.succeeded()) {
        return report.failed(
            "stack " + stack + " is as the file says, but does not run as it should",
            desired,
            result.reasons());
      }
      removeWhatIsNoLongerNeeded(desired);
    }
    return report.unchanged(desired);
  }

  /** How it ends when it is interrupted: the state left behind is told. */
  Outcome interrupted() {
    return new Outcome.Interrupted(
        "interrupted; stack " + stack + ": " + phase + "; see: swarmha status " + stack);
  }

  private WaitResult await(DesiredStack desired, Snapshot now) throws InterruptedException {
    StackWait wait = new StackWait(world, stack);
    WaitResult converged =
        wait.converged(
            ServiceTargets.desired(desired, now, terms.patience().stableFor()),
            terms.patience(),
            deadline);
    return converged.succeeded()
        ? wait.healthy(desired.health(), terms.health(), deadline)
        : converged;
  }

  private Outcome finished(DesiredStack desired, Report report) throws InterruptedException {
    if (terms.prune()) {
      Snapshot now = snapshot(desired);
      Plan pruning = RemovalPlanner.noLongerDesired(desired, now);
      Applied pruned = new PlanExecutor(world.swarm(), world.sink()).apply(pruning, now, deadline);
      pruned
          .failure()
          .ifPresent(failure -> note("not everything could be pruned: " + failure.message()));
    }
    close(report.revision(), Revision.State.DEPLOYED);
    phase = "it is deployed, and what it no longer needs may be left";
    removeWhatIsNoLongerNeeded(desired);
    return report.deployed(desired);
  }

  /** A stack that runs as it should is not called failed for what is left beside it. */
  private void removeWhatIsNoLongerNeeded(DesiredStack desired) throws InterruptedException {
    try {
      revisions.forgetAllBut(REVISIONS_KEPT, stack);
      new OldGenerations(world.swarm(), world.timeline(), world.sink()).remove(desired, deadline);
    } catch (EngineInterruptedException interrupted) {
      throw interrupted;
    } catch (EngineException refused) {
      note("not everything that is no longer needed could be removed: " + refused.getMessage());
    }
  }

  private Outcome failed(DesiredStack desired, Snapshot before, Report report, List<Reason> reasons)
      throws InterruptedException {
    if (terms.onFailure() == OnFailure.KEEP) {
      close(report.revision(), Revision.State.FAILED);
      return report.failed("stack " + stack + " failed and was left as it is", desired, reasons);
    }
    phase = "its rollout has failed and it is on the way back";
    world.sink().on(new ProgressEvent.RollbackStarted(stack, reasons));
    WaitResult back =
        new StackRollback(world, stack).to(before, desired.dependencies(), terms.patience());
    if (!back.succeeded()) {
      close(report.revision(), Revision.State.FAILED);
      return report.rollbackFailed(desired, reasons, back.reasons());
    }
    if (before.services().isEmpty()) {
      revisions.forget(report.revision());
    } else {
      close(report.revision(), Revision.State.ROLLED_BACK);
    }
    return report.rolledBack(desired, before, reasons);
  }

  /** The record must not turn a rollout that went well into one that failed, nor the reverse. */
  private void close(Revision revision, Revision.State state) {
    try {
      revisions.close(revision, state);
    } catch (EngineInterruptedException interrupted) {
      throw interrupted;
    } catch (EngineException refused) {
      note(
          "revision "
              + revision.number()
              + " could not be marked as "
              + state.word()
              + ": "
              + refused.getMessage());
    }
  }

  private void note(String message) {
    world.sink().on(new ProgressEvent.Noted(message));
  }

  private Snapshot snapshot(DesiredStack desired) {
    return Snapshot.ofStack(
        world.swarm(),
        world.timeline(),
        stack,
        new ExternalNames(
            desired.externalNames(ResourceKind.SECRET),
            desired.externalNames(ResourceKind.CONFIG)));
  }

  /**
   * How a rollout is made, whatever it leads to.
   *
   * @param health addresses that must answer, beside those that the stack declares itself
   * @param detach submit and return, without waiting for anything
   * @param prune remove what the stack no longer has, after success
   * @param message kept with the revision
   */
  record Terms(
      Patience patience,
      List<HealthCheck> health,
      OnFailure onFailure,
      boolean detach,
      boolean prune,
      Optional<String> message) {
    Terms {
      requireNonNull(patience, "patience");
      health = List.copyOf(health);
      requireNonNull(onFailure, "onFailure");
      requireNonNull(message, "message");
    }
  }
}
