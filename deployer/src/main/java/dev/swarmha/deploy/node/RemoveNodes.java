package dev.swarmha.deploy.node;

import dev.swarmha.deploy.Lookup;
import dev.swarmha.deploy.event.ProgressSink;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Node.NodeState;
import dev.swarmha.engine.Node.Role;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.engine.time.Timeline;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Strikes nodes off the swarm's list that will not come back. */
public final class RemoveNodes {

  /** How long the managers take, at the most, to let a demoted one go. */
  private static final Duration LETTING_GO = Duration.ofSeconds(30);

  private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

  private final EngineConnection connection;
  private final Timeline timeline;
  private final ProgressSink sink;

  public RemoveNodes(EngineConnection connection, Timeline timeline, ProgressSink sink) {
    this.connection = connection;
    this.timeline = timeline;
    this.sink = sink;
  }

  /**
   * Removes nodes. What speaks against any of them is found before one is removed.
   *
   * @param names host names, ids or beginnings of ids
   * @param force also nodes that are up, and managers, which are demoted first
   * @throws NotFoundException when there is no such node
   * @throws EngineRefusedException when one is up or a manager, or the Engine refuses
   * @throws InterruptedException when the command is interrupted
   */
  public Outcome run(List<String> names, boolean force) throws InterruptedException {
    List<Node> nodes = connection.swarm().nodes();
    Lookup<Node> lookup = new Lookup<>("node", node -> node.id().value(), Node::hostname);
    Set<Node> named = new LinkedHashSet<>();
    names.forEach(name -> named.add(lookup.find(nodes, name)));
    List<Node> managers = named.stream().filter(RemoveNodes::isManager).toList();
    if (!force) {
      requireNoManager(managers, nodes);
      named.forEach(RemoveNodes::requireDown);
    }
    if (!managers.isEmpty()) {
      List<String> ids = managers.stream().map(node -> node.id().value()).toList();
      new ChangeNodes(connection.swarm(), timeline, sink).run(NodeChange.DEMOTE, ids, true);
    }
    for (Node node : named) {
      remove(node, force);
    }
    return new Outcome.Done(names(named) + " removed");
  }

  private static boolean isManager(Node node) {
    return node.role() == Role.MANAGER;
  }

  private static void requireNoManager(List<Node> managers, List<Node> nodes) {
    if (managers.isEmpty()) {
      return;
    }
    Set<ResourceId> lost = managers.stream().map(Node::id).collect(Collectors.toSet());
    ManagerLoss loss = ManagerLoss.of(nodes, lost);
    String names = names(managers);
    String objection =
        loss.problem()
            .orElseGet(
                () ->
                    (managers.size() == 1 ? "it is a manager" : "they are managers")
                        + "; without: "
                        + loss.outlook()
                        + "; demote first: swarmha node demote "
                        + names.replace(",", "")
                        + ", or do both with --force");
    throw new EngineRefusedException("cannot remove " + names + ": " + objection);
  }

  private static void requireDown(Node node) {
    if (node.state() != NodeState.DOWN) {
      throw new EngineRefusedException(
          "cannot remove "
              + node.hostname()
              + ": it is up, and would go on running its tasks; have it leave the swarm first"
              + " (swarmha leave, with its own Engine as --host), or remove it all the same with"
              + " --force");
    }
  }

  private void remove(Node node, boolean force) throws InterruptedException {
    Deadline deadline = Deadline.in(LETTING_GO, timeline);
    while (true) {
      try {
        if (force) {
          connection.membership().strikeOff(node.id());
        } else {
          connection
              .swarm()
              .find(ResourceKind.NODE, node.id())
              .ifPresent(connection.swarm()::remove);
        }
        return;
      } catch (EngineRefusedException refused) {
        // A demoted manager is one until the others have let it go.
        if (!force || !isManager(node) || deadline.hasPassed()) {
          throw refused;
        }
        deadline.sleepAtMost(BETWEEN_TRIES);
      }
    }
  }

  private static String names(Collection<Node> nodes) {
    return nodes.stream().map(Node::hostname).collect(Collectors.joining(", "));
  }
}
