package dev.swarmha.deploy.node;

import dev.swarmha.deploy.Counted;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Node.ManagerStatus;
import dev.swarmha.engine.ResourceId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of a swarm that loses some of its managers. More than half of the managers that
 * there are must be up and reach each other, or nothing can be changed any more.
 */
public record ManagerLoss(int managers, int reachable) {

  /** What is left when these nodes are managers no longer. */
  public static ManagerLoss of(List<Node> nodes, Set<ResourceId> lost) {
    List<Node> left =
        nodes.stream()
            .filter(node -> node.role() == Node.Role.MANAGER && !lost.contains(node.id()))
            .toList();
    long reachable =
        left.stream()
            .filter(node -> node.managerStatus().filter(ManagerStatus::reachable).isPresent())
            .count();
    return new ManagerLoss(left.size(), (int) reachable);
  }

  /** Why this should not be; empty where the swarm goes on. */
  public Optional<String> problem() {
    if (managers == 0) {
      return Optional.of(
          "no manager would be left, and a swarm needs one; promote another node first: swarmha"
              + " node promote NODE");
    }
    if (reachable * 2 > managers) {
      return Optional.empty();
    }
    return Optional.of(
        "the swarm would lose its quorum: of the "
            + Counted.of(managers, "manager")
            + " left only "
            + reachable
            + " could be reached, and it takes "
            + (managers / 2 + 1)
            + "; bring the others back, or promote another node first: swarmha node promote NODE");
  }

  /** How many managers are left, and how many of these may still fail. */
  public String outlook() {
    if (managers == 1) {
      return "1 manager is left, and it must not fail";
    }
    int spare = Math.max(0, reachable - managers / 2 - 1);
    return managers + " managers are left; " + (spare == 0 ? "none" : spare) + " of them may fail";
  }
}
