package dev.swarmha.deploy.node;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.Lookup;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.time.Timeline;
import java.util.List;

/** Looks at one node and at what runs there. */
public final class InspectNode {

  private final SwarmEngine engine;
  private final Timeline timeline;

  public InspectNode(SwarmEngine engine, Timeline timeline) {
    this.engine = engine;
    this.timeline = timeline;
  }

  /** A node, and the names of the tasks that run there. */
  public record Inspected(Node node, List<String> tasks) {
    public Inspected {
      requireNonNull(node, "node");
      tasks = List.copyOf(tasks);
    }
  }

  /**
   * Looks.
   *
   * @param name host name, id or beginning of an id
   * @throws NotFoundException when there is no such node
   * @throws EngineRefusedException when the name is ambiguous
   */
  public Inspected run(String name) {
    Snapshot now = Snapshot.ofSwarm(engine, timeline);
    Node node =
        new Lookup<Node>("node", each -> each.id().value(), Node::hostname).find(now.nodes(), name);
    List<String> tasks =
        now.tasks().stream()
            .filter(task -> task.isRunning() && task.node().filter(node.id()::equals).isPresent())
            .map(task -> nameOf(task, now))
            .sorted()
            .toList();
    return new Inspected(node, tasks);
  }

  private static String nameOf(Task task, Snapshot now) {
    return now.find(ResourceKind.SERVICE, task.service())
        .map(Resource::name)
        .map(task::displayName)
        .orElse(task.id().value());
  }
}
