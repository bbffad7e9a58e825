package dev.swarmha.deploy.event;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.cluster.declared.ClusterPlan;
import dev.swarmha.deploy.cluster.declared.ClusterStep;
import dev.swarmha.deploy.lock.LockHolder;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.plan.Plan;
import dev.swarmha.deploy.plan.Step;
import dev.swarmha.deploy.revision.Revision;
import dev.swarmha.wait.Reason;
import dev.swarmha.wait.event.WaitEvent;
import java.util.List;
import java.util.Optional;

/** Something that a use case did or learnt. Carries no time: the sink stamps it. */
public sealed interface ProgressEvent {

  <R> R accept(Visitor<R> visitor);

  /** One method an event: a new event does not compile until every renderer handles it. */
  interface Visitor<R> {
    R takenUp(TakenUp event);

    R planMade(PlanMade event);

    R stepHeld(StepHeld event);

    R stepStarted(StepStarted event);

    R stepDone(StepDone event);

    R stepFailed(StepFailed event);

    R waiting(Waiting event);

    R rollbackStarted(RollbackStarted event);

    R lockAwaited(LockAwaited event);

    R lockTakenOver(LockTakenOver event);

    R clusterPlanMade(ClusterPlanMade event);

    R clusterStepStarted(ClusterStepStarted event);

    R clusterStepDone(ClusterStepDone event);

    R clusterStepFailed(ClusterStepFailed event);

    R noted(Noted event);

    R finished(Finished event);
  }

  /** An earlier rollout was cut off, or failed on its way back; this one goes on from there. */
  record TakenUp(Revision unfinished) implements ProgressEvent {
    public TakenUp {
      requireNonNull(unfinished, "unfinished");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.takenUp(this);
    }
  }

  /**
   * The changes are decided; none has been made yet.
   *
   * @param spread what they are about, where that is how services are spread over nodes
   */
  record PlanMade(Plan plan, Optional<SpreadForecast> spread) implements ProgressEvent {
    public PlanMade {
      requireNonNull(plan, "plan");
      requireNonNull(spread, "spread");
    }

    public PlanMade(Plan plan) {
      this(plan, Optional.empty());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.planMade(this);
    }
  }

  /** A step waits until the services that it needs have come as far as it needs them. */
  record StepHeld(Step step) implements ProgressEvent {
    public StepHeld {
      requireNonNull(step, "step");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.stepHeld(this);
    }
  }

  /** A step is about to be made. */
  record StepStarted(Step step) implements ProgressEvent {
    public StepStarted {
      requireNonNull(step, "step");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.stepStarted(this);
    }
  }

  /** The Engine has accepted a step, with these warnings. */
  record StepDone(Step step, List<String> warnings) implements ProgressEvent {
    public StepDone {
      requireNonNull(step, "step");
      warnings = List.copyOf(warnings);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.stepDone(this);
    }
  }

  /** The Engine has refused a step, or was not there. */
  record StepFailed(Step step, String message) implements ProgressEvent {
    public StepFailed {
      requireNonNull(step, "step");
      requireNonNull(message, "message");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.stepFailed(this);
    }
  }

  /** Something changed while waiting. */
  record Waiting(WaitEvent event) implements ProgressEvent {
    public Waiting {
      requireNonNull(event, "event");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.waiting(this);
    }
  }

  /** The rollout has failed for these reasons, and the stack goes back. */
  record RollbackStarted(String stack, List<Reason> reasons) implements ProgressEvent {
    public RollbackStarted {
      requireNonNull(stack, "stack");
      reasons = List.copyOf(reasons);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.rollbackStarted(this);
    }
  }

  /**
   * Somebody else has locked the stack, and we wait.
   *
   * @param overdue the holder should have renewed its lock long ago: if it does not very soon, the
   *     lock is taken from it
   */
  record LockAwaited(LockHolder holder, boolean overdue) implements ProgressEvent {
    public LockAwaited {
      requireNonNull(holder, "holder");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.lockAwaited(this);
    }
  }

  /** The lock of a holder that did not renew it any more is ours. */
  record LockTakenOver(LockHolder holder) implements ProgressEvent {
    public LockTakenOver {
      requireNonNull(holder, "holder");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.lockTakenOver(this);
    }
  }

  /** The changes of a cluster are decided; none has been made yet. */
  record ClusterPlanMade(ClusterPlan plan) implements ProgressEvent {
    public ClusterPlanMade {
      requireNonNull(plan, "plan");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.clusterPlanMade(this);
    }
  }

  /** A step of a cluster's plan is about to be made. */
  record ClusterStepStarted(ClusterStep step) implements ProgressEvent {
    public ClusterStepStarted {
      requireNonNull(step, "step");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.clusterStepStarted(this);
    }
  }

  /** A step of a cluster's plan is made. */
  record ClusterStepDone(ClusterStep step) implements ProgressEvent {
    public ClusterStepDone {
      requireNonNull(step, "step");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.clusterStepDone(this);
    }
  }

  /** A step of a cluster's plan has failed; the others go on. */
  record ClusterStepFailed(ClusterStep step, String message) implements ProgressEvent {
    public ClusterStepFailed {
      requireNonNull(step, "step");
      requireNonNull(message, "message");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.clusterStepFailed(this);
    }
  }

  /**
   * Worth knowing, and no trouble by itself.
   *
   * @param shown whether people are told; they are not where another event shows them the same
   */
  record Noted(String message, boolean shown) implements ProgressEvent {
    public Noted {
      requireNonNull(message, "message");
    }

    /** For everybody. */
    public Noted(String message) {
      this(message, true);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.noted(this);
    }
  }

  /** The use case has ended; the last event. */
  record Finished(String command, Outcome outcome) implements ProgressEvent {
    public Finished {
      requireNonNull(command, "command");
      requireNonNull(outcome, "outcome");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.finished(this);
    }
  }
}
