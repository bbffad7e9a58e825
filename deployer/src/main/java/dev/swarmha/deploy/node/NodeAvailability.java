package dev.swarmha.deploy.node;

import dev.swarmha.deploy.World;
import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Node.Availability;
import dev.swarmha.engine.Resource;
import java.util.List;
import java.util.Locale;

/** The availability of a node while it is drained, and the way back to what it was. */
final class NodeAvailability {

  private final NodeWrites writes;
  private final Node before;
  private Availability now;

  NodeAvailability(World world, Node before) {
    this.writes = new NodeWrites(world.swarm(), world.timeline(), world.sink());
    this.before = before;
    this.now = before.availability();
  }

  /** Gives it nothing new. One that is drained stays so. */
  void pause() throws InterruptedException {
    if (now == Availability.ACTIVE) {
      make(NodeChange.PAUSE, Availability.PAUSE);
    }
  }

  /** Takes from it what it has. */
  void drain() throws InterruptedException {
    if (now != Availability.DRAIN) {
      make(NodeChange.DRAIN, Availability.DRAIN);
    }
  }

  /** Makes it what it was before, as far as that goes; tells what it is then. */
  String takenBack() {
    boolean interrupted = Thread.interrupted();
    try {
      if (now != before.availability() && before.availability() != Availability.UNKNOWN) {
        make(
            before.availability() == Availability.ACTIVE ? NodeChange.ACTIVATE : NodeChange.PAUSE,
            before.availability());
        return words() + " again";
      }
      return words();
    } catch (EngineException | InterruptedException trouble) {
      return words() + " (it could not be changed back: " + trouble.getMessage() + ")";
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** {@code node n2 is drained}. */
  String words() {
    return "node "
        + before.hostname()
        + " is "
        + switch (now) {
          case ACTIVE -> "active";
          case PAUSE -> "paused";
          case DRAIN -> "drained";
          case UNKNOWN -> now.name().toLowerCase(Locale.ROOT);
        };
  }

  private void make(NodeChange change, Availability wanted) throws InterruptedException {
    List<Resource> nodes = writes.all();
    Resource node = NodeWrites.named(nodes, List.of(before.id().value())).iterator().next();
    if (!change.isMade(node.spec())) {
      writes.apply(ChangeNodes.plan(change, List.of(node)), nodes);
    }
    now = wanted;
  }
}
