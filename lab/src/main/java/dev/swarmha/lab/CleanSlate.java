package dev.swarmha.lab;

import static dev.swarmha.lab.Eventually.eventually;
import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineInfo.Membership;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.SwarmMembership;
import dev.swarmha.engine.TaskQuery;
import dev.swarmha.engine.WriteOptions;
import java.time.Duration;
import java.util.List;

/** Undoes whatever a test has done, so that the next one meets Engines as if just raised. */
final class CleanSlate {

  /** A new leader alone can take half a minute. */
  private static final Duration WITHIN = Duration.ofMinutes(2);

  private final RaisedLab lab;
  private final List<String> nodes;
  private final Connections connections;

  private CleanSlate(RaisedLab lab, Connections connections) {
    this.lab = requireNonNull(lab, "lab");
    this.nodes = lab.shape().nodes();
    this.connections = requireNonNull(connections, "connections");
  }

  static void restore(RaisedLab lab) {
    lab.bringToFullStrength();
    try (Connections connections = new Connections(lab)) {
      new CleanSlate(lab, connections).clean();
    }
  }

  private void clean() {
    if (lab.shape().bare()) {
      Parallel.forEach(nodes, this::leave);
    } else {
      eventually(() -> remove(ResourceKind.SERVICE, manager()), WITHIN);
      eventually(this::resetNodes, WITHIN);
      eventually(this::emptySwarm, WITHIN);
    }
    Parallel.forEach(nodes, node -> eventually(() -> emptyNode(node), WITHIN));
  }

  private void emptyNode(String node) {
    NodeLeftovers leftovers = new NodeLeftovers(lab.endpoint(node));
    leftovers.remove();
    require(!leftovers.areThere(), node + " has containers or volumes");
  }

  private void leave(String node) {
    SwarmMembership membership = connections.to(node).membership();
    eventually(
        () -> {
          if (membership(node) != Membership.INACTIVE) {
            membership.leave(true);
          }
          require(membership(node) == Membership.INACTIVE, node + " is in a swarm");
        },
        WITHIN);
  }

  private Membership membership(String node) {
    return connections.to(node).swarm().info().membership();
  }

  private SwarmEngine manager() {
    return connections.to(nodes.get(0)).swarm();
  }

  private void emptySwarm() {
    SwarmEngine engine = manager();
    // Engine 20.10 never forgets the tasks of a job that was removed.
    require(
        engine.tasks(TaskQuery.all()).stream().allMatch(task -> task.state().isTerminal()),
        "there are tasks");
    remove(ResourceKind.NETWORK, engine);
    remove(ResourceKind.SECRET, engine);
    remove(ResourceKind.CONFIG, engine);
    require(removable(ResourceKind.NETWORK, engine).isEmpty(), "there are networks");
  }

  private static void remove(ResourceKind kind, SwarmEngine engine) {
    removable(kind, engine).forEach(engine::remove);
  }

  private static List<Resource> removable(ResourceKind kind, SwarmEngine engine) {
    return engine.list(kind, Selector.all()).stream()
        .filter(resource -> !resource.name().equals("ingress"))
        .toList();
  }

  private void resetNodes() {
    SwarmEngine engine = manager();
    for (Resource node : engine.list(ResourceKind.NODE, Selector.all())) {
      Mapping reset = reset(node);
      if (!reset.equals(node.spec())) {
        engine.update(node, reset, WriteOptions.NONE);
      }
    }
    removeLostNodes(engine);
    List<String> ready =
        engine.nodes().stream().filter(Node::isReady).map(Node::hostname).sorted().toList();
    require(ready.equals(nodes), "these nodes are ready: " + ready);
  }

  private static Mapping reset(Resource node) {
    return node.spec()
        .with("Labels", Mapping.empty())
        .with("Availability", Document.text("active"))
        .with("Role", Document.text(node.name().startsWith("m") ? "manager" : "worker"));
  }

  /** Those that were added, and the former selves of those that have left and joined again. */
  private void removeLostNodes(SwarmEngine engine) {
    List<Node> all = engine.nodes();
    List<Node> lost =
        all.stream()
            .filter(node -> node.state() == Node.NodeState.DOWN && !isAwaited(node, all))
            .toList();
    engine.list(ResourceKind.NODE, Selector.all()).stream()
        .filter(node -> lost.stream().anyMatch(down -> down.id().equals(node.id())))
        .forEach(node -> removeUnlessBack(engine, node));
  }

  /** A node that was dead is down until the managers hear from it again. */
  private boolean isAwaited(Node down, List<Node> all) {
    return nodes.contains(down.hostname())
        && all.stream()
            .noneMatch(node -> node.isReady() && node.hostname().equals(down.hostname()));
  }

  private static void removeUnlessBack(SwarmEngine engine, Resource node) {
    try {
      engine.remove(node);
    } catch (EngineException back) {
      require(false, node.name() + " is down: " + back.getMessage());
    }
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new AssertionError("not clean: " + otherwise);
    }
  }
}
