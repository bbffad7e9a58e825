package dev.swarmha.engine.testkit;

import static dev.swarmha.engine.testkit.ServiceSpecBuilder.service;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.swarmha.document.Document;
import dev.swarmha.engine.EngineInfo;
import dev.swarmha.engine.EngineInfo.Membership;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.EngineUnreachableException;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.NotAManagerException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.SwarmMembership;
import dev.swarmha.engine.SwarmMembership.InitRequest;
import dev.swarmha.engine.SwarmMembership.JoinRequest;
import dev.swarmha.engine.WriteOptions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MembershipTest {

  private final InMemorySwarm bare = InMemorySwarm.bare("n1", "n2", "n3");

  @Test
  void formsASwarmOfBareEngines() {
    form();
    join("n2", membership("n1").tokens().manager());
    join("n3", membership("n1").tokens().worker());

    assertThat(bare.connection().swarm().nodes())
        .extracting(Node::hostname, Node::role, Node::isLeader)
        .containsExactly(
            tuple("n1", Node.Role.MANAGER, true),
            tuple("n2", Node.Role.MANAGER, false),
            tuple("n3", Node.Role.WORKER, false));
    assertThat(info("n3").membership()).isEqualTo(Membership.WORKER);
    assertThat(info("n3").cluster()).isEmpty();
    assertThat(info("n2").managers()).containsExactly("10.0.0.1:2377", "10.0.0.2:2377");
  }

  @Test
  void showsTheSwarmOnlyThroughManagers() {
    assertThat(info("n1").membership()).isEqualTo(Membership.INACTIVE);
    assertThatThrownBy(() -> bare.connection().swarm().nodes())
        .isInstanceOf(NotAManagerException.class)
        .hasMessageContaining("docker swarm init");

    form();
    join("n2", membership("n1").tokens().worker());

    assertThatThrownBy(() -> bare.engine("n2").swarm().nodes())
        .isInstanceOf(NotAManagerException.class)
        .hasMessageContaining("Worker nodes can't be used");
  }

  @Test
  void letsNobodyInWithAnOldToken() {
    form();
    String old = membership("n1").tokens().worker();
    membership("n1").rotateToken(Node.Role.WORKER);

    assertThatThrownBy(() -> join("n2", old))
        .isInstanceOf(EngineRefusedException.class)
        .hasMessageContaining("join token");
    assertThat(info("n2").membership()).isEqualTo(Membership.INACTIVE);
  }

  @Test
  void keepsTryingToJoinWhereNoManagerAnswers() {
    assertThatThrownBy(() -> join("n2", "SWMTKN-1-x"))
        .hasMessageContaining("Timeout was reached before node joined");

    assertThat(info("n2").membership()).isEqualTo(Membership.PENDING);
  }

  @Test
  void letsAManagerGoByForceOnlyAndAMachineInOneSwarmOnly() {
    form();

    assertThatThrownBy(this::form).hasMessageContaining("already part of a swarm");
    assertThatThrownBy(() -> membership("n1").leave(false))
        .hasMessageContaining("participating as a manager");
    membership("n1").leave(true);

    assertThat(info("n1").membership()).isEqualTo(Membership.INACTIVE);
    assertThatThrownBy(() -> membership("n1").leave(true))
        .hasMessageContaining("not part of a swarm");
  }

  @Test
  void keepsANodeThatHasLeftUntilItIsRemoved() {
    form();
    join("n2", membership("n1").tokens().worker());

    membership("n2").leave(false);

    assertThat(bare.connection().swarm().nodes())
        .extracting(Node::state)
        .containsExactly(Node.NodeState.READY, Node.NodeState.DOWN);
    bare.connection()
        .swarm()
        .remove(bare.connection().swarm().list(ResourceKind.NODE, Selector.names("n2")).get(0));
    assertThat(bare.connection().swarm().nodes()).hasSize(1);
  }

  @Test
  void electsAnotherLeaderWhenOneIsLost() {
    InMemorySwarm three = InMemorySwarm.builder().manager("m1").manager("m2").manager("m3").build();

    three.node("m1").goesDown();

    assertThatThrownBy(() -> three.engine("m1").swarm().info())
        .isInstanceOf(EngineUnreachableException.class);
    assertThatThrownBy(() -> three.engine("m2").swarm().nodes())
        .hasMessageContaining("The swarm does not have a leader");
    three.advance(ofSeconds(15));
    assertThat(three.engine("m2").swarm().nodes())
        .filteredOn(Node::isLeader)
        .extracting(Node::hostname)
        .containsExactly("m2");
  }

  @Test
  void doesNothingWithoutAMajorityOfManagers() {
    Fixture two = new Fixture(InMemorySwarm.builder().manager("m1").manager("m2").build());
    ServiceView web = two.start(service("web", "web:1"));

    two.swarm().node("m2").goesDown();
    two.swarm().advance(ofSeconds(60));

    assertThatThrownBy(() -> two.engine().nodes()).hasMessageContaining("does not have a leader");
    assertThat(two.engine().info().error()).contains("does not have a leader");
    assertThat(web.runningByNode()).containsOnlyKeys("m1");

    two.swarm().node("m2").comesBack();
    two.swarm().advance(ofSeconds(15));
    assertThat(two.engine().nodes()).hasSize(2).allMatch(Node::isReady);
  }

  @Test
  void handsTheLeadOnWhenTheLeaderIsDemotedButKeepsTheLastManager() {
    InMemorySwarm two = InMemorySwarm.builder().manager("m1").manager("m2").build();

    demote(two, "m1");
    two.advance(ofSeconds(1));

    assertThat(two.engine("m2").swarm().nodes())
        .extracting(Node::hostname, Node::role, Node::isLeader)
        .containsExactly(
            tuple("m1", Node.Role.WORKER, false), tuple("m2", Node.Role.MANAGER, true));
    assertThatThrownBy(() -> demote(two, "m2"))
        .hasMessageContaining("attempting to demote the last manager of the swarm");
  }

  private static void demote(InMemorySwarm swarm, String name) {
    SwarmEngine engine = swarm.engine("m2").swarm();
    Resource node = engine.list(ResourceKind.NODE, Selector.names(name)).get(0);
    engine.update(node, node.spec().with("Role", Document.text("worker")), WriteOptions.NONE);
  }

  private void form() {
    membership("n1")
        .initialize(
            new InitRequest(
                Optional.empty(),
                InitRequest.DEFAULT_LISTEN_ADDRESS,
                Optional.empty(),
                List.of(),
                false));
  }

  private void join(String name, String token) {
    membership(name)
        .join(
            new JoinRequest(
                token,
                List.of("10.0.0.1:2377"),
                Optional.empty(),
                InitRequest.DEFAULT_LISTEN_ADDRESS,
                Optional.empty()));
  }

  private SwarmMembership membership(String name) {
    return bare.engine(name).membership();
  }

  private EngineInfo info(String name) {
    return bare.engine(name).swarm().info();
  }
}
