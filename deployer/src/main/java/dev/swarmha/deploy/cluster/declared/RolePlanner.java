package dev.swarmha.deploy.cluster.declared;

import dev.swarmha.deploy.cluster.declared.ClusterPlanBuilder.Target;
import dev.swarmha.deploy.cluster.declared.ClusterStep.ChangeRole;
import dev.swarmha.deploy.cluster.declared.ClusterStep.Verb;
import dev.swarmha.deploy.node.ManagerLoss;
import dev.swarmha.engine.EngineInfo.Membership;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Node.ManagerStatus;
import dev.swarmha.engine.Node.Role;
import dev.swarmha.engine.ResourceId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Promotions and demotions in an order that never costs the quorum: first come the new managers,
 * then go the old ones, those that are lost anyhow first and the leader last. Each demotion is
 * judged by what is left after those before it.
 */
final class RolePlanner {

  private final ClusterPlanBuilder plan;
  private final List<Member> members;
  private final List<Node> nodes;
  private final Set<ResourceId> lost = new HashSet<>();
  private int arrived;

  RolePlanner(ClusterPlanBuilder plan, List<Member> members, List<Node> nodes) {
    this.plan = plan;
    this.members = members;
    this.nodes = nodes;
    this.arrived =
        (int)
            members.stream()
                .filter(member -> member.machine().manager())
                .filter(member -> member.answer().is(Membership.INACTIVE))
                .count();
  }

  void promote() {
    for (Member member : members) {
      Optional<Node> worker =
          member.node().filter(node -> member.machine().manager() && node.role() == Role.WORKER);
      if (worker.isPresent() && worker.get().isReady()) {
        arrived++;
        add(Verb.PROMOTE, worker.get(), Set.of(), true);
      } else if (worker.isPresent()) {
        plan.fallShort(
            "node "
                + worker.get().hostname()
                + " is not promoted: it is down, and would count as a manager that is lost");
      }
    }
  }

  /**
   * Plans the demotions.
   *
   * @param after the numbers of the steps by which the new managers arrive
   */
  void demote(Set<Integer> after) {
    members.stream()
        .filter(member -> !member.machine().manager())
        .flatMap(member -> member.node().stream())
        .filter(node -> node.role() == Role.MANAGER)
        .sorted(Comparator.comparing(RolePlanner::isReachable).thenComparing(Node::isLeader))
        .forEach(
            node -> {
              if (mayLose(node)) {
                add(Verb.DEMOTE, node, after, false);
              }
            });
  }

  private static boolean isReachable(Node node) {
    return node.managerStatus().filter(ManagerStatus::reachable).isPresent();
  }

  private void add(Verb verb, Node node, Set<Integer> after, boolean manager) {
    String cause = manager ? "worker -> manager" : "manager -> worker";
    plan.add(
        verb,
        new Target("node", node.hostname()),
        cause,
        after,
        new ChangeRole(node.id(), manager));
  }

  /** Whether the swarm can do without this node as a manager; tells if it cannot. */
  boolean mayLose(Node node) {
    if (node.role() != Role.MANAGER) {
      return true;
    }
    Set<ResourceId> gone = new HashSet<>(lost);
    gone.add(node.id());
    ManagerLoss left = ManagerLoss.of(nodes, gone);
    ManagerLoss then = new ManagerLoss(left.managers() + arrived, left.reachable() + arrived);
    if (then.problem().isEmpty()) {
      lost.add(node.id());
      return true;
    }
    plan.fallShort("node " + node.hostname() + " stays a manager: " + then.problem().get());
    return false;
  }
}
