package dev.swarmha.deploy.node;

import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.event.ProgressSink;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.plan.Plan;
import dev.swarmha.deploy.plan.PlanBuilder;
import dev.swarmha.deploy.plan.Prerequisites;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.time.Timeline;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Promotes, demotes, activates or pauses nodes. */
public final class ChangeNodes {

  private final SwarmEngine engine;
  private final ProgressSink sink;
  private final NodeWrites writes;

  public ChangeNodes(SwarmEngine engine, Timeline timeline, ProgressSink sink) {
    this.engine = engine;
    this.sink = sink;
    this.writes = new NodeWrites(engine, timeline, sink);
  }

  /**
   * Makes nodes what they are to be; those that are so already are left alone.
   *
   * @param names host names, ids or beginnings of ids
   * @param force leave it to the Engine whether enough managers are left
   * @throws NotFoundException when there is no such node
   * @throws EngineRefusedException when the Engine refuses, a name is ambiguous, or too few
   *     managers would be left; then nothing was changed
   * @throws InterruptedException when the command is interrupted
   */
  public Outcome run(NodeChange change, List<String> names, boolean force)
      throws InterruptedException {
    List<Resource> nodes = writes.all();
    Set<Resource> named = NodeWrites.named(nodes, names);
    List<Resource> changed = named.stream().filter(it -> !change.isMade(it.spec())).toList();
    named.stream()
        .filter(node -> change.isMade(node.spec()))
        .forEach(node -> note(node.name() + " is " + change.words() + " already"));
    if (changed.isEmpty()) {
      return new Outcome.Done("nothing to do");
    }
    Optional<ManagerLoss> loss =
        change == NodeChange.DEMOTE ? Optional.of(loss(changed)) : Optional.empty();
    if (!force) {
      loss.flatMap(ManagerLoss::problem).ifPresent(problem -> refuse(changed, problem));
    }
    writes.apply(plan(change, changed), nodes);
    loss.map(ManagerLoss::outlook).ifPresent(this::note);
    return new Outcome.Done(names(changed) + " " + change.past());
  }

  private ManagerLoss loss(List<Resource> demoted) {
    Set<ResourceId> ids = demoted.stream().map(Resource::id).collect(Collectors.toSet());
    return ManagerLoss.of(engine.nodes(), ids);
  }

  private static void refuse(List<Resource> nodes, String problem) {
    throw new EngineRefusedException("cannot demote " + names(nodes) + ": " + problem);
  }

  static Plan plan(NodeChange change, List<Resource> nodes) {
    PlanBuilder plan = new PlanBuilder();
    for (Resource node : nodes) {
      Mapping spec = node.spec();
      plan.update(
          node,
          change.on(spec),
          List.of(change.from(spec)),
          change.cause(spec),
          Prerequisites.NONE);
    }
    return plan.build();
  }

  private static String names(List<Resource> nodes) {
    return nodes.stream().map(Resource::name).collect(Collectors.joining(", "));
  }

  private void note(String message) {
    sink.on(new ProgressEvent.Noted(message));
  }
}
