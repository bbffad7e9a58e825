package dev.swarmha.engine.testkit;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Node.Role;
import dev.swarmha.engine.testkit.cluster.Cluster;
import dev.swarmha.engine.testkit.state.StoredNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Collects machines and their parts in a swarm; they get addresses in the order of naming. */
public final class SwarmBuilder {

  private record Member(MachineSetup setup, Optional<Role> role) {}

  private final List<Member> members = new ArrayList<>();

  SwarmBuilder() {}

  public SwarmBuilder manager(String name) {
    return manager(name, setup -> setup);
  }

  public SwarmBuilder manager(String name, UnaryOperator<MachineSetup> setup) {
    return add(name, Optional.of(Role.MANAGER), setup);
  }

  public SwarmBuilder worker(String name) {
    return worker(name, setup -> setup);
  }

  public SwarmBuilder worker(String name, UnaryOperator<MachineSetup> setup) {
    return add(name, Optional.of(Role.WORKER), setup);
  }

  /** A machine that is in no swarm. */
  public SwarmBuilder bare(String name) {
    return add(name, Optional.empty(), setup -> setup);
  }

  private SwarmBuilder add(String name, Optional<Role> role, UnaryOperator<MachineSetup> setup) {
    String address = "10.0.0." + (members.size() + 1);
    members.add(new Member(setup.apply(MachineSetup.of(name, address)), role));
    return this;
  }

  /**
   * The swarm, formed and at rest.
   *
   * @throws IllegalStateException when there are workers but no manager
   */
  public InMemorySwarm build() {
    World world = new World();
    boolean forms = members.stream().anyMatch(member -> member.role().isPresent());
    boolean managed = members.stream().anyMatch(member -> isManager(member));
    if (members.isEmpty() || (forms && !managed)) {
      throw new IllegalStateException("a swarm needs a manager");
    }
    Optional<Cluster> cluster = forms ? Optional.of(world.newCluster()) : Optional.empty();
    for (Member member : members) {
      Machine machine = new Machine(member.setup().host());
      world.add(machine);
      member.role().ifPresent(role -> enter(machine, cluster.orElseThrow(), role, member.setup()));
    }
    return new InMemorySwarm(world);
  }

  private static boolean isManager(Member member) {
    return member.role().equals(Optional.of(Role.MANAGER));
  }

  private static void enter(Machine machine, Cluster cluster, Role role, MachineSetup setup) {
    StoredNode node =
        cluster
            .membership()
            .add(
                machine.host(),
                StoredNode.newSpec(role, setup.availability())
                    .with("Labels", Mapping.ofTexts(setup.labels())));
    machine.enter(cluster, node.id());
  }
}
