package dev.swarmha.deploy;

import dev.swarmha.deploy.outcome.DeployReport;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.outcome.ServiceResult;
import dev.swarmha.deploy.outcome.ServiceResult.Action;
import dev.swarmha.deploy.outcome.ServiceResult.State;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.plan.Plan;
import dev.swarmha.deploy.plan.Step;
import dev.swarmha.deploy.revision.Revision;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import dev.swarmha.engine.time.Timeline;
import dev.swarmha.wait.Reason;
import dev.swarmha.wait.probe.HealthWatch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a rollout set out to do, and the outcomes in which it can end. */
record Report(
    String stack,
    Plan plan,
    Instant begun,
    Timeline timeline,
    Optional<Revision> previous,
    Revision revision,
    HealthWatch health) {

  Outcome deployed(DesiredStack desired) {
    List<ServiceResult> services = new ArrayList<>(services(desired, State.CONVERGED));
    plan.removals().stepsFor(ResourceKind.SERVICE).stream()
        .map(step -> new ServiceResult(step.target().name(), Action.REMOVED, State.GONE))
        .forEach(services::add);
    DeployReport report = details(services, List.of());
    return restores()
        .<Outcome>map(
            earlier ->
                new Outcome.Done(
                    "stack "
                        + stack
                        + " is back at revision "
                        + earlier
                        + ", which makes it revision "
                        + revision.number(),
                    Optional.of(report)))
        .orElseGet(
            () ->
                new Outcome.Deployed(
                    "stack " + stack + " deployed, revision " + revision.number(), report));
  }

  /** The revision to which this goes back; empty for a deploy. */
  Optional<Integer> restores() {
    return revision.caption().restores();
  }

  Outcome unchanged(DesiredStack desired, String source) {
    return new Outcome.Unchanged(
        "stack " + stack + " is as " + source + " says, revision " + revision.number(),
        details(services(desired, State.CONVERGED), List.of()));
  }

  Outcome detached(DesiredStack desired) {
    return new Outcome.Detached(
        "stack "
            + stack
            + " submitted, revision "
            + revision.number()
            + "; to wait for it: swarmha wait "
            + stack,
        Optional.of(details(services(desired, State.SUBMITTED), List.of())));
  }

  Outcome failed(DesiredStack desired, List<Reason> reasons) {
    return failed(
        restores()
            .map(earlier -> returning(earlier) + " failed, and the stack was left as it is")
            .orElse("stack " + stack + " failed and was left as it is"),
        desired,
        reasons);
  }

  Outcome paused(DesiredStack desired, List<Reason> reasons) {
    return failed(
        restores().map(this::returning).orElse("stack " + stack)
            + " failed and was stopped where it is",
        desired,
        reasons);
  }

  private String returning(int earlier) {
    return "the rollback of stack " + stack + " to revision " + earlier;
  }

  Outcome failed(String summary, DesiredStack desired, List<Reason> reasons) {
    DeployReport report = details(services(desired, State.UNKNOWN, reasons), reasons);
    return new Outcome.Failed(summary, Optional.of(report), reasons);
  }

  Outcome rollbackFailed(DesiredStack desired, List<Reason> reasons, List<Reason> rollback) {
    List<Reason> all = new ArrayList<>(rollback);
    all.addAll(reasons);
    return failed(
        "the rollback of stack " + stack + " failed itself; the stack is between two revisions",
        desired,
        all);
  }

  Outcome rolledBack(DesiredStack desired, Fallback before, List<Reason> reasons) {
    List<ServiceResult> services =
        desired.touched(ResourceKind.SERVICE).stream()
            .map(service -> restored(service.ref(), before.stack()))
            .toList();
    String back = back(before);
    return new Outcome.RolledBack(
        restores()
            .map(earlier -> returning(earlier) + " failed; it " + back)
            .orElse("stack " + stack + " " + back),
        details(services, reasons));
  }

  /** What was cut off is given up, and the stack is back at what it was before. */
  Outcome abandoned(Fallback before) {
    State state = before.isNothing() ? State.GONE : State.CONVERGED;
    Action action = before.isNothing() ? Action.REMOVED : Action.RESTORED;
    List<ServiceResult> services =
        before.stack().all(ResourceKind.SERVICE).stream()
            .map(service -> new ServiceResult(service.ref().name(), action, state))
            .toList();
    return new Outcome.Done(
        "stack " + stack + " " + back(before), Optional.of(details(services, List.of())));
  }

  private static String back(Fallback before) {
    if (before.isNothing()) {
      return "was removed again: there is no revision before";
    }
    return before
        .revision()
        .map(number -> "is back at revision " + number)
        .orElse("is back as it was before");
  }

  private ServiceResult restored(ResourceRef service, DesiredStack before) {
    if (before.find(service).isEmpty()) {
      return new ServiceResult(service.name(), Action.REMOVED, State.GONE);
    }
    Action action = plan.stepFor(service).isPresent() ? Action.RESTORED : Action.UNCHANGED;
    return new ServiceResult(service.name(), action, State.CONVERGED);
  }

  private List<ServiceResult> services(DesiredStack desired, State state) {
    return services(desired, state, List.of());
  }

  private List<ServiceResult> services(
      DesiredStack desired, State otherwise, List<Reason> reasons) {
    return desired.touched(ResourceKind.SERVICE).stream()
        .map(service -> service.ref())
        .map(ref -> new ServiceResult(ref.name(), action(ref), state(ref, otherwise, reasons)))
        .toList();
  }

  private static State state(ResourceRef service, State otherwise, List<Reason> reasons) {
    boolean failed = reasons.stream().anyMatch(each -> each.service().equals(service.name()));
    return failed ? State.FAILED : otherwise;
  }

  private Action action(ResourceRef service) {
    return plan.stepFor(service).map(Report::action).orElse(Action.UNCHANGED);
  }

  private static Action action(Step step) {
    return switch (step.verb()) {
      case CREATE -> Action.CREATED;
      case UPDATE -> Action.UPDATED;
      case REMOVE -> Action.REMOVED;
    };
  }

  private DeployReport details(List<ServiceResult> services, List<Reason> reasons) {
    return new DeployReport(
        stack,
        Optional.of(revision.number()),
        previous.map(Revision::number).filter(number -> number != revision.number()),
        Duration.between(begun, timeline.instant()),
        services,
        health.summaries(),
        reasons);
  }
}
