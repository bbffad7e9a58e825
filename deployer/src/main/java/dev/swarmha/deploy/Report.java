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
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.time.Timeline;
import dev.swarmha.wait.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a deploy set out to do, and the outcomes in which it can end. */
record Report(
    String stack,
    Plan plan,
    Instant begun,
    Timeline timeline,
    Optional<Revision> previous,
    Revision revision) {

  Outcome deployed(DesiredStack desired) {
    return new Outcome.Deployed(
        "stack " + stack + " deployed, revision " + revision.number(),
        details(services(desired, State.CONVERGED), List.of()));
  }

  Outcome unchanged(DesiredStack desired) {
    return new Outcome.Unchanged(
        "stack " + stack + " is as the file says, revision " + revision.number(),
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
        details(services(desired, State.SUBMITTED), List.of()));
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

  Outcome rolledBack(DesiredStack desired, Snapshot before, List<Reason> reasons) {
    List<ServiceResult> services =
        desired.all(ResourceKind.SERVICE).stream()
            .map(service -> restored(service.ref(), before))
            .toList();
    String back =
        previous
            .map(revision -> "is back at revision " + revision.number())
            .orElse(
                before.services().isEmpty()
                    ? "was removed again: there is no revision before"
                    : "is back as it was before");
    return new Outcome.RolledBack("stack " + stack + " " + back, details(services, reasons));
  }

  private ServiceResult restored(ResourceRef service, Snapshot before) {
    if (before.find(ResourceKind.SERVICE, service.name()).isEmpty()) {
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
    return desired.all(ResourceKind.SERVICE).stream()
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
        reasons);
  }
}
