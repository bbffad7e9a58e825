package dev.swarmha.deploy.node;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.event.ProgressSink;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.plan.Plan;
import dev.swarmha.deploy.plan.PlanBuilder;
import dev.swarmha.deploy.plan.Prerequisites;
import dev.swarmha.document.DocumentDiff;
import dev.swarmha.document.FieldChange;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.time.Timeline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Sets and removes labels of a node, which placement constraints can then name. */
public final class LabelNode {

  private final NodeWrites writes;

  public LabelNode(SwarmEngine engine, Timeline timeline, ProgressSink sink) {
    this.writes = new NodeWrites(engine, timeline, sink);
  }

  /** The labels to set and those to remove, on a node named by host name, id or id prefix. */
  public record LabelRequest(String node, Map<String, String> set, Set<String> remove) {
    public LabelRequest {
      requireNonNull(node, "node");
      set = new TreeMap<>(set);
      remove = new TreeSet<>(remove);
    }
  }

  /**
   * Labels the node.
   *
   * @throws EngineRefusedException when the Engine refuses, or the name is ambiguous
   * @throws InterruptedException when the command is interrupted
   */
  public Outcome run(LabelRequest request) throws InterruptedException {
    List<Resource> nodes = writes.all();
    Resource node = NodeWrites.named(nodes, List.of(request.node())).iterator().next();
    Mapping before = node.spec().mapping("Labels");
    Map<String, String> labels = new LinkedHashMap<>(before.texts());
    labels.putAll(request.set());
    labels.keySet().removeAll(request.remove());
    Mapping after = Mapping.ofTexts(labels);
    List<FieldChange> changes = DocumentDiff.between(before, after);
    if (changes.isEmpty()) {
      return new Outcome.Done("node " + node.name() + " has these labels already; nothing to do");
    }
    Plan plan =
        new PlanBuilder()
            .update(node, node.spec().with("Labels", after), changes, "labels", Prerequisites.NONE)
            .build();
    writes.apply(plan, nodes);
    return new Outcome.Done("node " + node.name() + " labelled");
  }
}
