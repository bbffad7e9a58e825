package dev.swarmha.deploy;

import dev.swarmha.deploy.DeployRequest.OnFailure;
import dev.swarmha.deploy.apply.Applied;
import dev.swarmha.deploy.apply.PlanExecutor;
import dev.swarmha.deploy.apply.Replanning;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.lock.LockLostException;
import dev.swarmha.deploy.outcome.BrokenOffException;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.plan.Plan;
import dev.swarmha.deploy.revision.Revision;
import dev.swarmha.deploy.revision.Revision.State;
import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.wait.Reason;
import dev.swarmha.wait.ServiceTarget;
import dev.swarmha.wait.WaitResult;
import dev.swarmha.wait.Watch;
import dev.swarmha.wait.probe.HealthWatch;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One rollout of a whole stack, from a plan that is made already to its outcome: it is recorded as
 * a revision, applied, and awaited until everything has converged and answers; then it is finished,
 * or the stack goes back to what it was.
 */
final class StackRollout {

  private final World world;
  private final String stack;
  private final RolloutTerms terms;
  private final RolloutRecord record;
  private final Deadline deadline;
  private final RolloutLeftovers leftovers;
  private RolloutPhase phase = RolloutPhase.UNTOUCHED;

  /** A rollout whose time begins now. */
  StackRollout(World world, String stack, RolloutTerms terms) {
    this.world = world;
    this.stack = stack;
    this.terms = terms;
    this.record = new RolloutRecord(world, stack, terms.revisionsKept());
    this.deadline = Deadline.in(terms.patience().timeout(), world.timeline());
    this.leftovers = new RolloutLeftovers(world, stack, terms.prune(), record, deadline);
  }

  RolloutRecord record() {
    return record;
  }

  /** Makes the plan come true. */
  Outcome run(Course course) throws InterruptedException {
    DesiredStack desired = course.desired();
    Fallback fallback = record.fallback(course);
    Revision revision = record.open(course);
    HealthWatch health = watch(desired);
    Report report = report(course.plan(), revision, health);
    phase = RolloutPhase.APPLYING;
    Applied applied = apply(course, health);
    if (applied.failure().isPresent()) {
      health.end();
      return failed(desired, fallback, report, applied.failure().get().reasons());
    }
    if (terms.detach()) {
      leftovers.tell(course, fallback);
      record.end(revision, State.SUBMITTED, List.of());
      return report.detached(desired);
    }
    phase = RolloutPhase.AWAITING;
    WaitResult result = await(desired, snapshot(desired), health);
    return result.succeeded()
        ? finished(course, fallback, report)
        : failed(desired, fallback, report, result.reasons());
  }

  private HealthWatch watch(DesiredStack desired) {
    return new StackWait(world, stack).watch(desired.watched(), terms.health(), terms.patience());
  }

  /** Health is watched from before the first change, so that it is seen what an update drops. */
  private Applied apply(Course course, HealthWatch health) throws InterruptedException {
    Watch beside = Watch.NOTHING;
    if (!terms.detach()) {
      health.begin(course.observed());
      beside = health.silently();
    }
    MilestoneGate gate =
        new MilestoneGate(world, course.desired(), beside, terms.patience(), deadline);
    // What is wanted wins over what somebody else writes meanwhile.
    Replanning anew = () -> Optional.of(course.anew().apply(snapshot(course.desired())));
    return new PlanExecutor(world.swarm(), world.sink(), gate, anew)
        .apply(course.plan().writes(), course.observed(), deadline);
  }

  private Report report(Plan plan, Revision revision, HealthWatch health) {
    return new Report(
        stack, plan, record.begun(), world.timeline(), record.current(), revision, health);
  }

  /**
   * Proves that a stack runs that is already what it should be.
   *
   * @param source what says so
   */
  Outcome confirm(Course course, String source) throws InterruptedException {
    DesiredStack desired = course.desired();
    // A stack that another tool deployed is at no revision yet; being looked after begins here.
    Revision revision =
        record
            .current()
            .orElseGet(() -> record.end(record.open(course), State.DEPLOYED, List.of()));
    HealthWatch health = watch(desired);
    Report report = report(Plan.empty(), revision, health);
    if (!terms.detach()) {
      WaitResult result = await(desired, course.observed(), health);
      if (!result.succeeded()) {
        return report.failed(
            "stack " + stack + " is as " + source + " says, but does not run as it should",
            desired,
            result.reasons());
      }
      leftovers.clean(desired);
    }
    return report.unchanged(desired, source);
  }

  /** Gives up the newest revision, where there is no other to go back to. */
  Outcome abandon(Revision newest, DesiredStack before) throws InterruptedException {
    phase = RolloutPhase.GOING_BACK;
    Fallback fallback = new Fallback(before, Optional.empty(), Optional.empty());
    Report report = report(Plan.empty(), newest, watch(before));
    WaitResult back =
        new StackRollback(world, stack).to(before, before.dependencies(), terms.patience());
    if (!back.succeeded()) {
      record.end(newest, State.ROLLBACK_FAILED, back.reasons());
      return report.rollbackFailed(before, List.of(), back.reasons());
    }
    record.endBack(newest, fallback, List.of());
    return report.abandoned(fallback);
  }

  /** How it ends when it is interrupted: the state left behind is told. */
  Outcome interrupted() {
    return new Outcome.Interrupted("interrupted; " + phase.leftBehind(stack));
  }

  /** What to throw when the Engine gives out: where something was changed, it is told. */
  RuntimeException brokenOff(EngineException trouble) {
    return phase == RolloutPhase.UNTOUCHED
        ? trouble
        : new BrokenOffException(trouble, phase.leftBehind(stack));
  }

  /** How it ends when the lock is lost: the stack is left as it is, for whoever has the lock. */
  Outcome stopped(LockLostException lost) {
    Duration duration = Duration.between(record.begun(), world.timeline().instant());
    return ExclusiveWork.stopped(stack, phase.words(), duration, lost);
  }

  private WaitResult await(DesiredStack desired, Snapshot now, HealthWatch health)
      throws InterruptedException {
    try {
      return new StackWait(world, stack)
          .converged(targets(desired, now), health, terms.patience(), deadline);
    } finally {
      health.end();
    }
  }

  private List<ServiceTarget> targets(DesiredStack desired, Snapshot now) {
    Duration stableFor = terms.patience().stableFor();
    return terms.keepScale()
        ? ServiceTargets.atAnyScale(desired, now, stableFor)
        : ServiceTargets.desired(desired, now, stableFor);
  }

  private Outcome finished(Course course, Fallback fallback, Report report)
      throws InterruptedException {
    DesiredStack desired = course.desired();
    phase = RolloutPhase.REMOVING;
    leftovers.remove(course, fallback);
    record.end(report.revision(), State.DEPLOYED, List.of());
    phase = RolloutPhase.TIDYING;
    leftovers.clean(desired);
    return report.deployed(desired);
  }

  private Outcome failed(
      DesiredStack desired, Fallback fallback, Report report, List<Reason> reasons)
      throws InterruptedException {
    Revision revision = report.revision();
    if (terms.onFailure() == OnFailure.KEEP) {
      record.end(revision, State.FAILED, reasons);
      return left(desired, fallback, report, reasons);
    }
    if (terms.onFailure() == OnFailure.PAUSE) {
      return paused(desired, fallback, report, reasons);
    }
    if (isAllThereWas(desired, fallback)) {
      boolean cutOff = fallback.unfinished().isPresent();
      record.end(revision, cutOff ? State.ROLLBACK_FAILED : State.FAILED, reasons);
      return left(desired, fallback, report, reasons);
    }
    phase = RolloutPhase.FAILED;
    world.sink().on(new ProgressEvent.RollbackStarted(stack, reasons));
    WaitResult back =
        new StackRollback(world, stack)
            .to(
                fallback.stack().leavingAlone(desired.leftAlone()),
                desired.dependencies(),
                terms.patience());
    if (!back.succeeded()) {
      record.end(revision, State.ROLLBACK_FAILED, reasons);
      tellWhereabouts(desired, fallback, revision, Set.of());
      return report.rollbackFailed(desired, reasons, back.reasons());
    }
    record.endBack(revision, fallback, reasons);
    return report.rolledBack(desired, fallback, reasons);
  }

  private Outcome paused(
      DesiredStack desired, Fallback fallback, Report report, List<Reason> reasons)
      throws InterruptedException {
    phase = RolloutPhase.PAUSING;
    Set<String> held = new RolloutPause(world, stack).hold(desired, deadline);
    record.end(report.revision(), State.FAILED, reasons);
    tellWhereabouts(desired, fallback, report.revision(), held);
    return report.paused(desired, reasons);
  }

  /** Whether what has just failed is also what the stack would go back to. */
  private boolean isAllThereWas(DesiredStack desired, Fallback fallback) {
    return !record.isSettled()
        && new Whereabouts(fallback.stack(), desired, snapshot(desired)).areTheSame();
  }

  private Outcome left(
      DesiredStack desired, Fallback fallback, Report report, List<Reason> reasons) {
    if (report.restores().isPresent()) {
      tellWhereabouts(desired, fallback, report.revision(), Set.of());
    }
    return report.failed(desired, reasons);
  }

  private void tellWhereabouts(
      DesiredStack desired, Fallback fallback, Revision revision, Set<String> told) {
    try {
      String before =
          fallback.revision().map(number -> "as in revision " + number).orElse("as before");
      new Whereabouts(fallback.stack(), desired, snapshot(desired))
          .lines(before, "as in revision " + revision.number(), told)
          .forEach(this::note);
    } catch (EngineInterruptedException interrupted) {
      throw interrupted;
    } catch (EngineException away) {
      note("where the services are cannot be told: " + away.getMessage());
    }
  }

  private void note(String message) {
    world.sink().on(new ProgressEvent.Noted(message));
  }

  private Snapshot snapshot(DesiredStack desired) {
    return Snapshot.ofStack(world.swarm(), world.timeline(), stack, desired.contentNames());
  }
}
