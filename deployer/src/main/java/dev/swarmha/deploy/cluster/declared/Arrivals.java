package dev.swarmha.deploy.cluster.declared;

import dev.swarmha.deploy.cluster.declared.ClusterStep.ChangeRole;
import dev.swarmha.deploy.cluster.declared.ClusterStep.RemoveFormer;
import dev.swarmha.deploy.node.ChangeNodes;
import dev.swarmha.deploy.node.ManagerLoss;
import dev.swarmha.deploy.node.NodeChange;
import dev.swarmha.deploy.node.RemoveNodes;
import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineInfo;
import dev.swarmha.engine.EngineInfo.Membership;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.EngineUnreachableException;
import dev.swarmha.engine.NoLeaderException;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Node.Availability;
import dev.swarmha.engine.Node.ManagerStatus;
import dev.swarmha.engine.Node.NodeState;
import dev.swarmha.engine.NotAManagerException;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.SwarmMembership.InitRequest;
import dev.swarmha.engine.SwarmMembership.JoinRequest;
import dev.swarmha.engine.SwarmMembership.JoinTokens;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.stack.cluster.ClusterMachine;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Nodes that come, change their role and go; each is waited for before the next. */
final class Arrivals {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

  /** How long a node that has gone may take until the managers notice. */
  private static final Duration NOTICED_WITHIN = Duration.ofSeconds(60);

  private final OpenMachines machines;
  private final EngineConnection swarm;
  private final Deadline deadline;

  Arrivals(OpenMachines machines, EngineConnection swarm, Deadline deadline) {
    this.machines = machines;
    this.swarm = swarm;
    this.deadline = deadline;
  }

  /** Joins a machine, and returns when its node is ready. */
  void join(ClusterMachine machine) throws InterruptedException {
    JoinTokens tokens = patiently(() -> swarm.membership().tokens());
    List<String> managers =
        swarm.swarm().nodes().stream()
            .flatMap(node -> node.managerStatus().stream())
            .filter(ManagerStatus::reachable)
            .map(ManagerStatus::address)
            .toList();
    EngineConnection engine = machines.to(machine);
    try {
      engine
          .membership()
          .join(
              new JoinRequest(
                  machine.manager() ? tokens.manager() : tokens.worker(),
                  managers,
                  machine.addresses().advertise(),
                  machine.addresses().listen().orElse(InitRequest.DEFAULT_LISTEN_ADDRESS),
                  machine.addresses().dataPath(),
                  availability(machine)));
    } catch (EngineRefusedException | EngineUnreachableException refused) {
      // The Engine goes on joining after its own time limit, and its answer may be lost.
      if (engine.swarm().info().membership() == Membership.INACTIVE) {
        throw refused;
      }
    }
    awaitReady(machine, engine);
  }

  private static Optional<Availability> availability(ClusterMachine machine) {
    return machine.availability().map(word -> Availability.valueOf(word.toUpperCase(Locale.ROOT)));
  }

  private void awaitReady(ClusterMachine machine, EngineConnection engine)
      throws InterruptedException {
    while (true) {
      Optional<ResourceId> id =
          asked(() -> engine.impatientSwarm().info()).flatMap(EngineInfo::node);
      Optional<Node> node = id.flatMap(this::node);
      boolean here =
          node.filter(Node::isReady)
              .filter(known -> !machine.manager() || isReachable(known))
              .isPresent();
      if (here) {
        return;
      }
      pause(machine + " has joined, and is not ready yet");
    }
  }

  private static boolean isReachable(Node node) {
    return node.managerStatus().filter(ManagerStatus::reachable).isPresent();
  }

  /** Promotes or demotes a node, and returns when the managers have taken it in or let it go. */
  void changeRole(ChangeRole change) throws InterruptedException {
    NodeChange to = change.manager() ? NodeChange.PROMOTE : NodeChange.DEMOTE;
    new ChangeNodes(swarm.swarm(), deadline.timeline(), event -> {})
        .run(to, List.of(change.node().value()), false);
    await(
        change.node(),
        node -> change.manager() ? isReachable(node) : node.managerStatus().isEmpty(),
        "the managers have not " + (change.manager() ? "taken it in" : "let it go") + " yet");
  }

  private void await(ResourceId id, Predicate<Node> condition, String otherwise)
      throws InterruptedException {
    while (node(id).filter(condition).isEmpty()) {
      pause(otherwise);
    }
  }

  /** Strikes off what a machine was before; leaves it alone if it turns out to be another's. */
  void removeFormer(RemoveFormer former) throws InterruptedException {
    Optional<Node> found = swarm.swarm().nodes().stream().filter(is(former.node())).findFirst();
    if (found.isEmpty()) {
      return;
    }
    Node node = found.get();
    EngineInfo now = machines.to(former.machine()).swarm().info();
    if (now.node().equals(Optional.of(node.id())) || !now.nodeAddress().equals(node.address())) {
      throw new EngineRefusedException(
          "it is another machine's: that one is at "
              + node.address()
              + ", and "
              + former.machine()
              + " is at "
              + now.nodeAddress());
    }
    awaitDown(node.id());
    if (node.role() == Node.Role.MANAGER) {
      Optional<String> problem = ManagerLoss.of(swarm.swarm().nodes(), Set.of(node.id())).problem();
      if (problem.isPresent()) {
        throw new EngineRefusedException("cannot demote it: " + problem.get());
      }
    }
    new RemoveNodes(swarm, deadline.timeline(), event -> {}).run(List.of(node.id().value()), true);
  }

  private void awaitDown(ResourceId id) throws InterruptedException {
    Deadline noticed = deadline.within(NOTICED_WITHIN);
    while (node(id).filter(node -> node.state() != NodeState.DOWN).isPresent()) {
      if (noticed.hasPassed()) {
        throw new EngineRefusedException("the managers still hear from it");
      }
      noticed.sleepAtMost(BETWEEN_LOOKS);
    }
  }

  private static Predicate<Node> is(ResourceId id) {
    return node -> node.id().equals(id);
  }

  /** A node as the managers see it now; empty, too, while they cannot be asked. */
  private Optional<Node> node(ResourceId id) {
    return asked(() -> swarm.impatientSwarm().nodes())
        .flatMap(nodes -> nodes.stream().filter(is(id)).findFirst());
  }

  private static <T> Optional<T> asked(Supplier<T> question) {
    try {
      return Optional.of(question.get());
    } catch (NoLeaderException | NotAManagerException | EngineUnreachableException away) {
      return Optional.empty();
    }
  }

  /** Asks again while the managers elect a leader. */
  private <T> T patiently(Supplier<T> question) throws InterruptedException {
    while (true) {
      try {
        return question.get();
      } catch (EngineInterruptedException interrupted) {
        throw interrupted;
      } catch (NoLeaderException away) {
        giveUpIfLate(away);
        deadline.sleepAtMost(BETWEEN_LOOKS);
      }
    }
  }

  private void giveUpIfLate(EngineException away) {
    if (deadline.hasPassed()) {
      throw away;
    }
  }

  private void pause(String otherwise) throws InterruptedException {
    if (deadline.hasPassed()) {
      throw new EngineRefusedException("time has run out: " + otherwise);
    }
    deadline.sleepAtMost(BETWEEN_LOOKS);
  }
}
