package dev.swarmha.deploy;

import dev.swarmha.deploy.DeployRequest.OnFailure;
import dev.swarmha.deploy.PlanDeploy.Planned;
import dev.swarmha.deploy.apply.Applied;
import dev.swarmha.deploy.apply.Gate;
import dev.swarmha.deploy.apply.PlanExecutor;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.plan.Plan;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Brings a stack to what a file says, waits until it has converged and answers, and takes the whole
 * stack back to what it was when it does not.
 */
public final class DeployStack {

  private static final int REVISIONS_KEPT = 10;

  private final World world;
  private final RevisionStore revisions;

  public DeployStack(World world) {
    this.world = world;
    this.revisions = new RevisionStore(world.swarm());
  }

  /**
   * Deploys. Everything that can be found wrong is found before the first change.
   *
   * @throws dev.swarmha.deploy.plan.DeployRefusedException when the swarm lacks what the stack
   *     needs
   * @throws dev.swarmha.engine.EngineException when the Engine is away or refuses to be read
   */
  public Outcome run(DeployRequest request) {
    Deploy deploy = new Deploy(request);
    try {
      return deploy.run();
    } catch (InterruptedException | EngineInterruptedException interrupted) {
      return deploy.interrupted();
    }
  }

  /** One deploy from its beginning to its outcome. */
  private final class Deploy {

    private final DeployRequest request;
    private final String stack;
    private final Instant begun = world.timeline().instant();
    private final Deadline deadline;
    private String phase = "nothing has been changed";

    Deploy(DeployRequest request) {
      this.request = request;
      this.stack = request.desired().name();
      this.deadline = Deadline.in(request.patience().timeout(), world.timeline());
    }

    Outcome run() throws InterruptedException {
      PlanDeploy planning = new PlanDeploy(world);
      if (request.dryRun()) {
        return planned(planning.look(request.desired(), request.resolveImage(), request.rotate()));
      }
      Planned planned =
          planning.settle(request.desired(), request.resolveImage(), request.rotate());
      Plan plan = planned.plan();
      Snapshot before = planned.before();
      DesiredStack desired = planned.desired();
      planned.notes().forEach(this::note);
      world.sink().on(new ProgressEvent.PlanMade(plan));
      Optional<Revision> previous = revisions.current(stack);
      if (plan.isEmpty()) {
        return unchanged(desired, before, previous);
      }
      Revision revision = revisions.open(desired, request.message());
      Report report = new Report(stack, plan, begun, world.timeline(), previous, revision);
      return roll(desired, before, report);
    }

    private Outcome planned(Planned planned) {
      planned.notes().forEach(this::note);
      Plan plan = planned.plan();
      world.sink().on(new ProgressEvent.PlanMade(plan));
      return new Outcome.Done(
          plan.isEmpty()
              ? "stack " + stack + " is as the file says; nothing would change"
              : "stack "
                  + stack
                  + ": "
                  + Counted.of(plan.steps().size(), "step")
                  + " planned, none made");
    }

    private void note(String message) {
      world.sink().on(new ProgressEvent.Noted(message));
    }

    private Outcome unchanged(DesiredStack desired, Snapshot before, Optional<Revision> previous)
        throws InterruptedException {
      // A stack that another tool deployed is at no revision yet; being looked after begins here.
      Revision revision =
          previous.orElseGet(
              () ->
                  revisions.close(
                      revisions.open(desired, request.message()), Revision.State.DEPLOYED));
      Report report = new Report(stack, Plan.empty(), begun, world.timeline(), previous, revision);
      if (!request.detach()) {
        WaitResult result = await(desired, before);
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

    private Outcome roll(DesiredStack desired, Snapshot before, Report report)
        throws InterruptedException {
      phase = "it is half deployed";
      Gate gate = new MilestoneGate(world, desired, request.patience(), deadline);
      Applied applied =
          new PlanExecutor(world.swarm(), world.sink(), gate)
              .apply(report.plan(), before, deadline);
      if (applied.failure().isPresent()) {
        return failed(desired, before, report, applied.failure().get().reasons());
      }
      if (request.detach()) {
        close(report.revision(), Revision.State.SUBMITTED);
        return report.detached(desired);
      }
      phase = "everything is submitted, and nobody waits for it any more";
      WaitResult result = await(desired, snapshot());
      if (!result.succeeded()) {
        return failed(desired, before, report, result.reasons());
      }
      return finished(desired, report);
    }

    private WaitResult await(DesiredStack desired, Snapshot now) throws InterruptedException {
      StackWait wait = new StackWait(world, stack);
      WaitResult converged =
          wait.converged(
              ServiceTargets.desired(desired, now, request.patience().stableFor()),
              request.patience(),
              deadline);
      return converged.succeeded()
          ? wait.healthy(desired.health(), request.health(), deadline)
          : converged;
    }

    private Outcome finished(DesiredStack desired, Report report) throws InterruptedException {
      if (request.prune()) {
        Snapshot now = snapshot();
        Plan pruning = RemovalPlanner.noLongerDesired(desired, now);
        Applied pruned =
            new PlanExecutor(world.swarm(), world.sink()).apply(pruning, now, deadline);
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

    private Outcome failed(
        DesiredStack desired, Snapshot before, Report report, List<Reason> reasons)
        throws InterruptedException {
      if (request.onFailure() == OnFailure.KEEP) {
        close(report.revision(), Revision.State.FAILED);
        return report.failed("stack " + stack + " failed and was left as it is", desired, reasons);
      }
      phase = "its rollout has failed and it is on the way back";
      world.sink().on(new ProgressEvent.RollbackStarted(stack, reasons));
      WaitResult back =
          new StackRollback(world, stack).to(before, desired.dependencies(), request.patience());
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

    /** The record must not turn a deploy that went well into one that failed, nor the reverse. */
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

    Outcome interrupted() {
      return new Outcome.Interrupted(
          "interrupted; stack " + stack + ": " + phase + "; see: swarmha status " + stack);
    }

    private Snapshot snapshot() {
      DesiredStack wanted = request.desired();
      return Snapshot.ofStack(
          world.swarm(),
          world.timeline(),
          stack,
          new ExternalNames(
              wanted.externalNames(ResourceKind.SECRET),
              wanted.externalNames(ResourceKind.CONFIG)));
    }
  }
}
