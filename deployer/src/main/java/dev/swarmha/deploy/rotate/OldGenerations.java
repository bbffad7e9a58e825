package dev.swarmha.deploy.rotate;

import dev.swarmha.deploy.apply.Applied;
import dev.swarmha.deploy.apply.PlanExecutor;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.event.ProgressSink;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.plan.Generations;
import dev.swarmha.deploy.plan.Plan;
import dev.swarmha.deploy.plan.RemovalPlanner;
import dev.swarmha.deploy.revision.RevisionStore;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.engine.time.Timeline;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Removes what has been replaced, once a deploy has succeeded: the older generations of a stack's
 * secrets and configs that no service of the swarm uses and no revision that is kept could need.
 */
public final class OldGenerations {

  private final SwarmEngine engine;
  private final Timeline timeline;
  private final ProgressSink sink;

  public OldGenerations(SwarmEngine engine, Timeline timeline, ProgressSink sink) {
    this.engine = engine;
    this.timeline = timeline;
    this.sink = sink;
  }

  /** Removes them; what is refused is told and stays. */
  public void remove(DesiredStack desired, Deadline deadline) throws InterruptedException {
    Snapshot snapshot = snapshot(desired.name());
    Set<ResourceRef> needed = new TreeSet<>();
    new RevisionStore(engine)
        .list(desired.name())
        .forEach(revision -> needed.addAll(revision.contents()));
    if (RemovalPlanner.oldGenerations(desired, snapshot, needed).isEmpty()) {
      return;
    }
    // Services of other stacks may use them, too; few deploys come here, so few ask for all.
    engine
        .list(ResourceKind.SERVICE, Selector.all())
        .forEach(service -> needed.addAll(Generations.usedBy(service.spec())));
    Plan plan = RemovalPlanner.oldGenerations(desired, snapshot, needed);
    Applied removed = new PlanExecutor(engine, sink).apply(plan, snapshot, deadline);
    removed
        .failure()
        .ifPresent(
            failure ->
                sink.on(
                    new ProgressEvent.Noted(
                        "what has been replaced is not all removed, and the next deploy tries again: "
                            + failure.message())));
  }

  private Snapshot snapshot(String stack) {
    Selector mine = Selector.stack(stack);
    return new Snapshot(
        timeline.instant(),
        Map.of(
            ResourceKind.SECRET, engine.list(ResourceKind.SECRET, mine),
            ResourceKind.CONFIG, engine.list(ResourceKind.CONFIG, mine)),
        List.of(),
        List.of());
  }
}
