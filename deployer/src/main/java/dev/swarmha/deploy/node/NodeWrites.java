package dev.swarmha.deploy.node;

import dev.swarmha.deploy.Lookup;
import dev.swarmha.deploy.apply.Applied;
import dev.swarmha.deploy.apply.PlanExecutor;
import dev.swarmha.deploy.event.ProgressSink;
import dev.swarmha.deploy.plan.Plan;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.engine.time.Timeline;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How nodes are found by what users type, and written. */
final class NodeWrites {

  private static final Lookup<Resource> LOOKUP =
      new Lookup<>("node", node -> node.id().value(), Resource::name);

  private final SwarmEngine engine;
  private final Timeline timeline;
  private final ProgressSink sink;

  NodeWrites(SwarmEngine engine, Timeline timeline, ProgressSink sink) {
    this.engine = engine;
    this.timeline = timeline;
    this.sink = sink;
  }

  List<Resource> all() {
    return engine.list(ResourceKind.NODE, Selector.all());
  }

  /**
   * The nodes of these names, each once.
   *
   * @throws NotFoundException when there is none of a name
   * @throws EngineRefusedException when a name is ambiguous
   */
  static Set<Resource> named(List<Resource> nodes, List<String> names) {
    Set<Resource> found = new LinkedHashSet<>();
    names.forEach(name -> found.add(LOOKUP.find(nodes, name)));
    return found;
  }

  /**
   * Makes a plan come true.
   *
   * @throws EngineRefusedException when the Engine refuses one of its steps
   * @throws InterruptedException when the command is interrupted
   */
  void apply(Plan plan, List<Resource> nodes) throws InterruptedException {
    Snapshot observed =
        new Snapshot(timeline.instant(), Map.of(ResourceKind.NODE, nodes), List.of(), List.of());
    Applied applied =
        new PlanExecutor(engine, sink).apply(plan, observed, Deadline.in(Duration.ZERO, timeline));
    applied
        .failure()
        .ifPresent(
            failure -> {
              throw new EngineRefusedException(failure.message());
            });
  }
}
