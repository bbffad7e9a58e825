package dev.swarmha.deploy.plan;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentDiff;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.UpdateStatus;
import dev.swarmha.engine.UpdateStatus.UpdateState;
import java.time.Duration;
import java.util.Optional;

/**
 * The plan that holds the updates which the Engine is in the midst of. No call stops an update; but
 * a spec with another {@code UpdateConfig} takes the place of the one that is on its way, and
 * touches no task that runs the new spec already (swarmkit {@code manager/orchestrator/update}). So
 * each service is told to replace one task at a time, with a year in between.
 */
public final class HoldPlanner {

  private static final DocumentPath PARALLELISM = DocumentPath.of("UpdateConfig", "Parallelism");
  private static final DocumentPath DELAY = DocumentPath.of("UpdateConfig", "Delay");
  private static final Duration LONG = Duration.ofDays(365);

  private HoldPlanner() {}

  /** The updates to hold among those of the services that are touched. */
  public static Plan hold(DesiredStack desired, Snapshot now) {
    PlanBuilder plan = new PlanBuilder();
    for (DesiredResource wanted : desired.touched(ResourceKind.SERVICE)) {
      now.find(ResourceKind.SERVICE, wanted.ref().name())
          .filter(service -> isOnItsWay(service, now))
          .ifPresent(service -> hold(service, plan));
    }
    return plan.build();
  }

  /** An update that has only just begun has no status yet. */
  private static boolean isOnItsWay(Resource service, Snapshot now) {
    Optional<UpdateState> state = service.updateStatus().map(UpdateStatus::state);
    return (state.isEmpty() || state.equals(Optional.of(UpdateState.UPDATING)))
        && now.tasksOf(service.id()).stream().filter(Task::isRunning).anyMatch(t -> !t.upToDate());
  }

  private static void hold(Resource service, PlanBuilder plan) {
    Mapping held =
        service
            .spec()
            .withAt(PARALLELISM, Document.number(1))
            .withAt(DELAY, Document.number(LONG.toNanos()));
    plan.update(
        service,
        held,
        DocumentDiff.between(service.spec(), held),
        "held; it replaces one task more at the most",
        Prerequisites.NONE);
  }
}
