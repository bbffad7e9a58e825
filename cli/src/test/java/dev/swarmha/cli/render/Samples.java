package dev.swarmha.cli.render;

import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.lock.Lease;
import dev.swarmha.deploy.lock.LockHolder;
import dev.swarmha.deploy.outcome.DeployReport;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.outcome.ServiceResult;
import dev.swarmha.deploy.plan.Plan;
import dev.swarmha.deploy.plan.Requirement;
import dev.swarmha.deploy.plan.Step;
import dev.swarmha.deploy.revision.Caption;
import dev.swarmha.deploy.revision.Provenance;
import dev.swarmha.deploy.revision.Revision;
import dev.swarmha.deploy.revision.Revision.State;
import dev.swarmha.deploy.revision.Standing;
import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.FieldChange;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.ObjectVersion;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.probe.HealthProbe;
import dev.swarmha.engine.probe.ProbeResult;
import dev.swarmha.engine.probe.StatusRanges;
import dev.swarmha.wait.Convergence;
import dev.swarmha.wait.Milestone;
import dev.swarmha.wait.Reason;
import dev.swarmha.wait.event.WaitEvent;
import dev.swarmha.wait.probe.CheckSummary;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One event of every type, as a failing deploy of a small stack would tell them. */
final class Samples {

  static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  static final Reason TASK_FAILED =
      new Reason(
          "shop_web",
          Optional.of(new Reason.FailedTask(new ResourceId("t2"), "shop_web.2")),
          Optional.of("n2"),
          "task: non-zero exit (1)",
          List.of("starting", "\u001b[31mcannot open /data\u001b[0m"));

  static final Reason NO_NODE =
      Reason.ofService("shop_db", "no suitable node\n(scheduling constraints not satisfied)");

  static final LockHolder HOLDER =
      new LockHolder(
          "shop",
          "ci@runner-7 (pid 4711)",
          "deploy: \u001b[1mwinter",
          NOON.minusSeconds(90),
          NOON.minusSeconds(5),
          Lease.DEFAULT);

  private static final Step NETWORK =
      new Step(
          1,
          Step.Verb.CREATE,
          new ResourceRef(ResourceKind.NETWORK, "shop_backend"),
          Optional.of(Mapping.empty()),
          WriteOptions.NONE,
          Optional.empty(),
          List.of(),
          "not found",
          Set.of(),
          List.of());

  private static final Step SERVICE =
      new Step(
          2,
          Step.Verb.UPDATE,
          new ResourceRef(ResourceKind.SERVICE, "shop_web"),
          Optional.of(Mapping.empty()),
          WriteOptions.NONE,
          Optional.of(
              new Resource(
                  ResourceKind.SERVICE,
                  new ResourceId("s1"),
                  new ObjectVersion(7),
                  "shop_web",
                  NOON,
                  Mapping.empty(),
                  Optional.empty())),
          List.of(
              new FieldChange(
                  DocumentPath.of("TaskTemplate", "ContainerSpec", "Env"),
                  Optional.of(Document.text("PASSWORD=old")),
                  Optional.of(Document.text("PASSWORD=new")))),
          "Env changed",
          Set.of(1),
          List.of(new Requirement("shop_db", Milestone.UP)));

  private Samples() {}

  static List<ProgressEvent> all() {
    return List.of(
        new ProgressEvent.LockAwaited(HOLDER, false),
        new ProgressEvent.LockAwaited(HOLDER, true),
        new ProgressEvent.LockTakenOver(HOLDER),
        new ProgressEvent.TakenUp(unfinished(State.OPEN, Optional.empty())),
        new ProgressEvent.TakenUp(unfinished(State.ROLLBACK_FAILED, Optional.of(1))),
        new ProgressEvent.PlanMade(new Plan(List.of(NETWORK, SERVICE))),
        new ProgressEvent.StepHeld(SERVICE),
        new ProgressEvent.StepStarted(NETWORK),
        new ProgressEvent.StepDone(NETWORK, List.of()),
        new ProgressEvent.StepStarted(SERVICE),
        new ProgressEvent.StepDone(SERVICE, List.of("image web:2 could not be pinned")),
        new ProgressEvent.StepFailed(SERVICE, "name conflicts with an existing object"),
        service(new Convergence.Pending(0, 3, "no suitable node")),
        service(new Convergence.Progressing(1, 3)),
        task(TaskState.FAILED, "task: non-zero exit (1)"),
        task(TaskState.RUNNING, ""),
        service(new Convergence.Settling(3, 3, NOON.plusSeconds(5))),
        service(new Convergence.Converged(3)),
        service(new Convergence.Failed(List.of(TASK_FAILED, TASK_FAILED))),
        service(new Convergence.RolledBack(List.of(TASK_FAILED))),
        service(new Convergence.Superseded("somebody else has changed it meanwhile")),
        probe(false, "HTTP 503", 1),
        probe(true, "HTTP 200", 2),
        probe(true, "HTTP 200", 3),
        probe(false, "HTTP 503", 4),
        new ProgressEvent.Noted("the tag web:2 now names another image"),
        new ProgressEvent.RollbackStarted("shop", List.of(TASK_FAILED, NO_NODE)),
        new ProgressEvent.Finished("deploy", rolledBack()));
  }

  private static Revision unfinished(State state, Optional<Integer> restores) {
    Provenance provenance =
        new Provenance(
            Optional.of("user-a"),
            Optional.of("build-7"),
            Optional.of("https://ci.test/job/5"),
            Optional.empty());
    return new Revision(
        "shop",
        4,
        NOON,
        new Caption(Optional.of("new prices"), provenance, restores),
        Set.of(),
        Standing.of(state));
  }

  static Outcome rolledBack() {
    return new Outcome.RolledBack("shop is back at revision 1", report(List.of(TASK_FAILED)));
  }

  static DeployReport report(List<Reason> reasons) {
    return new DeployReport(
        "shop",
        Optional.of(2),
        Optional.of(1),
        Duration.ofSeconds(42),
        List.of(
            new ServiceResult(
                "shop_web", ServiceResult.Action.RESTORED, ServiceResult.State.CONVERGED)),
        List.of(
            new CheckSummary("http://localhost:8080/health", 4, 2, 1, Duration.ofMillis(12), false),
            new CheckSummary("tcp://localhost:5432", 3, 0, 0, Duration.ofMillis(2), true)),
        reasons);
  }

  private static ProgressEvent service(Convergence convergence) {
    return new ProgressEvent.Waiting(new WaitEvent.ServiceMoved("shop_web", convergence));
  }

  private static ProgressEvent task(TaskState state, String error) {
    Task.Status status =
        new Task.Status(state, NOON, "started", error, Optional.empty(), List.of());
    Task task =
        new Task(
            new ResourceId("t2"),
            new ResourceId("s1"),
            Optional.of(2),
            Optional.of(new ResourceId("node2")),
            TaskState.RUNNING,
            status,
            "web:2",
            NOON,
            true);
    return new ProgressEvent.Waiting(
        new WaitEvent.TaskMoved(
            "shop_web", "shop_web.2", Optional.of("n2"), Optional.of(TaskState.STARTING), task));
  }

  private static ProgressEvent probe(boolean passed, String answer, int attempt) {
    HealthProbe probe =
        new HealthProbe.Http(
            URI.create("http://localhost:8080/health"),
            StatusRanges.SUCCESS,
            Optional.empty(),
            Duration.ofSeconds(5));
    ProbeResult result = new ProbeResult(probe, passed, answer, Duration.ofMillis(12));
    return new ProgressEvent.Waiting(new WaitEvent.ProbeAnswered(result, attempt));
  }
}
