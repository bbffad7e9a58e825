package dev.swarmha.cli.render;

import dev.swarmha.cli.output.ClusterPlanDocument;
import dev.swarmha.cli.output.LockDocument;
import dev.swarmha.cli.output.ReasonDocument;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.plan.Requirement;
import dev.swarmha.deploy.plan.Step;
import dev.swarmha.deploy.revision.Provenance;
import dev.swarmha.deploy.revision.Revision;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Progress events as documents. Field changes appear by path alone: the values may hold passwords
 * in environment variables.
 */
final class EventDocument implements ProgressEvent.Visitor<Mapping> {

  private final WaitDocument waiting = new WaitDocument();

  @Override
  public Mapping takenUp(ProgressEvent.TakenUp event) {
    Revision unfinished = event.unfinished();
    Provenance provenance = unfinished.caption().provenance();
    return type("taken-up")
        .put("stack", unfinished.stack())
        .put("revision", unfinished.number())
        .put("state", unfinished.state().word())
        .put("user", ReasonDocument.orNull(provenance.user()))
        .put("machine", ReasonDocument.orNull(provenance.machine()))
        .put("job", ReasonDocument.orNull(provenance.job()))
        .put("begunAt", unfinished.createdAt().truncatedTo(ChronoUnit.SECONDS).toString())
        .build();
  }

  @Override
  public Mapping planMade(ProgressEvent.PlanMade event) {
    Sequence steps =
        Sequence.of(event.plan().steps().stream().map(step -> planned(step).build()).toList());
    return type("plan").put("steps", steps).build();
  }

  @Override
  public Mapping stepHeld(ProgressEvent.StepHeld event) {
    return type("step-held")
        .putAll(named(event.step()).build())
        .put("needs", needs(event.step()))
        .build();
  }

  @Override
  public Mapping stepStarted(ProgressEvent.StepStarted event) {
    return type("step-started").putAll(named(event.step()).build()).build();
  }

  @Override
  public Mapping stepDone(ProgressEvent.StepDone event) {
    return type("step-done")
        .putAll(named(event.step()).build())
        .put("warnings", Document.texts(event.warnings()))
        .build();
  }

  @Override
  public Mapping stepFailed(ProgressEvent.StepFailed event) {
    return type("step-failed")
        .putAll(named(event.step()).build())
        .put("message", event.message())
        .build();
  }

  @Override
  public Mapping waiting(ProgressEvent.Waiting event) {
    return event.event().accept(waiting);
  }

  @Override
  public Mapping rollbackStarted(ProgressEvent.RollbackStarted event) {
    return type("rollback")
        .put("stack", event.stack())
        .put("reasons", ReasonDocument.all(event.reasons()))
        .build();
  }

  @Override
  public Mapping lockAwaited(ProgressEvent.LockAwaited event) {
    return type("lock-awaited")
        .put("stack", event.holder().stack())
        .put("lock", LockDocument.of(event.holder()))
        .put("overdue", event.overdue())
        .build();
  }

  @Override
  public Mapping lockTakenOver(ProgressEvent.LockTakenOver event) {
    return type("lock-taken-over")
        .put("stack", event.holder().stack())
        .put("lock", LockDocument.of(event.holder()))
        .build();
  }

  @Override
  public Mapping clusterPlanMade(ProgressEvent.ClusterPlanMade event) {
    return type("plan").putAll(ClusterPlanDocument.of(event.plan())).build();
  }

  @Override
  public Mapping clusterStepStarted(ProgressEvent.ClusterStepStarted event) {
    return type("step-started").putAll(ClusterPlanDocument.named(event.step())).build();
  }

  @Override
  public Mapping clusterStepDone(ProgressEvent.ClusterStepDone event) {
    return type("step-done")
        .putAll(ClusterPlanDocument.named(event.step()))
        .put("warnings", Sequence.of())
        .build();
  }

  @Override
  public Mapping clusterStepFailed(ProgressEvent.ClusterStepFailed event) {
    return type("step-failed")
        .putAll(ClusterPlanDocument.named(event.step()))
        .put("message", event.message())
        .build();
  }

  @Override
  public Mapping noted(ProgressEvent.Noted event) {
    return type("note").put("message", event.message()).build();
  }

  @Override
  public Mapping finished(ProgressEvent.Finished event) {
    return ResultDocument.of(event.command(), event.outcome());
  }

  static Mapping.Builder type(String type) {
    return Mapping.builder().put("type", type);
  }

  private static Mapping.Builder named(Step step) {
    return Mapping.builder()
        .put("number", step.number())
        .put("verb", step.verb().word())
        .put("kind", step.target().kind().word())
        .put("name", step.target().name());
  }

  private static Sequence needs(Step step) {
    return Sequence.of(step.needs().stream().map(EventDocument::need).toList());
  }

  private static Mapping need(Requirement requirement) {
    return Mapping.builder()
        .put("service", requirement.service())
        .put("milestone", requirement.milestone().name().toLowerCase(Locale.ROOT))
        .build();
  }

  private static Mapping.Builder planned(Step step) {
    Sequence after = Sequence.of(step.after().stream().map(Document::number).toList());
    Sequence changes =
        Document.texts(
            step.changes().stream().map(change -> change.path().toString()).distinct().toList());
    return named(step)
        .put("cause", step.cause())
        .put("after", after)
        .put("needs", needs(step))
        .put("changes", changes);
  }
}
