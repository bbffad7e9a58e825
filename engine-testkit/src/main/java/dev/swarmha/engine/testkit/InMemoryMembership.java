package dev.swarmha.engine.testkit;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.Node.Availability;
import dev.swarmha.engine.Node.Role;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.SwarmMembership;
import dev.swarmha.engine.SwarmSettings;
import dev.swarmha.engine.testkit.cluster.Cluster;
import dev.swarmha.engine.testkit.cluster.SwarmRules;
import dev.swarmha.engine.testkit.state.StoredNode;
import java.util.Optional;

/** How the Engine of one machine forms, joins and leaves swarms. */
final class InMemoryMembership implements SwarmMembership {

  private final EngineCalls calls;
  private final Machine machine;
  private final World world;

  InMemoryMembership(EngineCalls calls) {
    this.calls = calls;
    this.machine = calls.machine();
    this.world = calls.world();
  }

  @Override
  public ResourceId initialize(InitRequest request) {
    return calls.ask(
        "initialize",
        "",
        () -> {
          requireNoSwarm("form a swarm");
          Cluster cluster = world.newCluster();
          cluster
              .settings()
              .begin(
                  request.defaultAddressPools(),
                  request.subnetSize().orElse(SwarmRules.SUBNET_SIZE),
                  request.autolock());
          return enter(cluster, Role.MANAGER, Optional.empty());
        });
  }

  @Override
  public void join(JoinRequest request) {
    calls.ask(
        "join",
        "",
        () -> {
          requireNoSwarm("join the swarm");
          Cluster cluster = reach(request);
          Role role =
              cluster
                  .membership()
                  .tokens()
                  .roleFor(request.token())
                  .orElseThrow(
                      () ->
                          new EngineRefusedException(
                              "cannot join the swarm: rpc error: code = InvalidArgument desc = A"
                                  + " valid join token is necessary to join this cluster"));
          return enter(cluster, role, request.availability());
        });
  }

  private Cluster reach(JoinRequest request) {
    Optional<Cluster> reached =
        request.remoteAddresses().stream()
            .map(InMemoryMembership::withPort)
            .flatMap(address -> world.managerAt(address).stream())
            .flatMap(manager -> manager.cluster().stream())
            .findFirst();
    return reached.orElseThrow(
        () -> {
          machine.keepJoining();
          return new EngineRefusedException(
              "cannot join the swarm: Timeout was reached before node joined. The attempt to join"
                  + " the swarm will continue in the background. Use the \"docker info\" command"
                  + " to see the current swarm status of your node.");
        });
  }

  private static String withPort(String address) {
    return address.contains(":") ? address : address + ":2377";
  }

  private ResourceId enter(Cluster cluster, Role role, Optional<Availability> availability) {
    StoredNode node =
        cluster
            .membership()
            .add(
                machine.host(), StoredNode.newSpec(role, availability.orElse(Availability.ACTIVE)));
    machine.enter(cluster, node.id());
    return node.id();
  }

  private void requireNoSwarm(String purpose) {
    if (machine.isInSwarm()) {
      throw new EngineRefusedException(
          "cannot "
              + purpose
              + ": This node is already part of a swarm. Use \"docker swarm leave\" to leave this"
              + " swarm and join another one.");
    }
  }

  @Override
  public void leave(boolean force) {
    calls.ask(
        "leave",
        "",
        () -> {
          if (!machine.isInSwarm()) {
            throw new EngineRefusedException(
                "cannot leave the swarm: This node is not part of a swarm");
          }
          if (machine.isManager() && !force) {
            throw new EngineRefusedException(
                "cannot leave the swarm: You are attempting to leave the swarm on a node that is"
                    + " participating as a manager.");
          }
          machine.leave();
          return machine;
        });
  }

  @Override
  public void strikeOff(ResourceId node) {
    calls.askManager(
        "strikeOff",
        node.value(),
        cluster -> {
          cluster.api().strikeOff(node);
          return node;
        });
  }

  @Override
  public Optional<String> unlockKey() {
    return calls.askManager("unlockKey", "", cluster -> cluster.membership().tokens().unlockKey());
  }

  @Override
  public SwarmSettings settings() {
    return calls.askManager("settings", "", cluster -> cluster.settings().observed());
  }

  @Override
  public void change(SwarmSettings observed, Mapping spec) {
    calls.askManager(
        "change",
        "",
        cluster -> {
          cluster.settings().change(observed, spec);
          return spec;
        });
  }

  @Override
  public JoinTokens tokens() {
    return calls.askManager("tokens", "", cluster -> cluster.membership().tokens().current());
  }

  @Override
  public JoinTokens rotateToken(Role role) {
    return calls.askManager(
        "rotateToken",
        "",
        cluster -> {
          cluster.membership().tokens().rotate(role);
          return cluster.membership().tokens().current();
        });
  }
}
