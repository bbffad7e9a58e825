package dev.swarmha.engine.testkit;

import static dev.swarmha.engine.testkit.ServiceSpecBuilder.service;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.EngineUnreachableException;
import dev.swarmha.engine.NoLeaderException;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.NotAManagerException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.SwarmMembership.InitRequest;
import dev.swarmha.engine.TaskQuery;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.failover.FailoverConnection;
import dev.swarmha.engine.failover.Manager;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A swarm over several managers that go away, lose their leader, or are none. */
class FailoverTest {

  private static final Mapping WEB = service("web", "web:1").build();

  private final InMemorySwarm swarm =
      InMemorySwarm.builder().manager("m1").manager("m2").manager("m3").worker("w1").build();
  private final VirtualTimeline timeline = swarm.timeline();

  @Test
  void asksAnotherManagerWhenOneDoesNotAnswer() {
    SwarmEngine engine = over("m1", "m2").swarm();
    swarm.node("m1").unreachableFor(ofSeconds(60));

    assertThat(engine.nodes()).hasSize(4);
    assertThat(engine.nodes()).hasSize(4);
    assertThat(timeline.elapsed()).isZero();
    assertThat(asked("nodes")).containsExactly("m2", "m2");
  }

  @Test
  void staysWithTheManagerThatAnswered() {
    SwarmEngine engine = over("m1", "m2").swarm();
    engine.nodes();
    swarm.node("m1").unreachableFor(ofSeconds(1));
    engine.nodes();
    swarm.advance(ofSeconds(5));

    engine.nodes();

    assertThat(asked("nodes")).containsExactly("m1", "m1", "m2", "m2");
  }

  @Test
  void findsAContainerOnWhicheverOfThemHasIt() {
    SwarmEngine engine = over("m1", "m2").swarm();
    Mapping pinned = service("web", "web:1").constraint("node.hostname == m2").build();
    engine.create(ResourceKind.SERVICE, pinned, WriteOptions.NONE);
    swarm.advance(ofSeconds(5));
    String container = engine.tasks(TaskQuery.all()).get(0).container().orElseThrow();

    assertThat(over("m1", "m2").containers().find(container)).isPresent();
    assertThat(over("m1", "m3").containers().find(container)).isEmpty();
  }

  @Test
  void asksAnotherEngineWhenOneIsNoManager() {
    assertThat(over("w1", "m2").swarm().nodes()).hasSize(4);
    assertThatThrownBy(() -> over("w1").swarm().nodes())
        .isInstanceOf(NotAManagerException.class)
        .hasMessageEndingWith("; choose another with --host");
  }

  @Test
  void asksAnotherManagerWhenOneIsDemotedInTheMiddle() {
    SwarmEngine engine = over("m3", "m2").swarm();
    engine.nodes();
    Resource node = engine.list(ResourceKind.NODE, Selector.names("m3")).get(0);

    engine.update(node, node.spec().with("Role", Document.text("worker")), WriteOptions.NONE);
    swarm.advance(ofSeconds(1));

    assertThat(engine.nodes()).extracting(Node::role).contains(Node.Role.WORKER);
  }

  @Test
  void bearsWithAnElection() {
    SwarmEngine engine = over("m1", "m2").swarm();
    engine.nodes();

    swarm.node("m1").goesDown();

    assertThat(engine.nodes()).filteredOn(Node::isLeader).hasSize(1);
    assertThat(timeline.elapsed()).isBetween(ofSeconds(12), ofSeconds(14));
  }

  @Test
  void bearsWithAnElectionAlsoThroughASingleManager() {
    SwarmEngine engine = over("m2").swarm();

    swarm.losesItsLeader();

    assertThat(engine.nodes()).hasSize(4);
  }

  @Test
  void makesAChangeOnceThoughTheLeaderIsLostWithTheAnswer() {
    SwarmEngine engine = over("m1", "m2").swarm();
    engine.nodes();
    swarm.loseNextAnswer("create");
    swarm.beforeNextCall("list", () -> swarm.node("m1").goesDown());

    ResourceId id = engine.create(ResourceKind.SERVICE, WEB, WriteOptions.NONE).id();

    assertThat(id).isEqualTo(swarm.service("web").resource().id());
    assertThat(asked("create")).containsExactly("m1");
  }

  @Test
  void makesAChangeThatALeaderlessManagerCouldNotMake() {
    SwarmEngine engine = over("m1", "m2").swarm();
    engine.nodes();
    swarm.node("m1").goesDown();

    engine.create(ResourceKind.SERVICE, WEB, WriteOptions.NONE);

    assertThat(swarm.names(ResourceKind.SERVICE)).containsExactly("web");
  }

  @Test
  void asksForAChangeAtTheNextManagerWhenTheFirstIsNotReached() {
    SwarmEngine engine = over("m1", "m2").swarm();
    engine.nodes();
    swarm.node("m1").unreachableFor(ofSeconds(60));

    engine.create(ResourceKind.SERVICE, WEB, WriteOptions.NONE);

    assertThat(asked("create")).containsExactly("m1", "m2");
    assertThat(timeline.elapsed()).isZero();
  }

  @Test
  void namesALostQuorumAfterABoundedTime() {
    SwarmEngine engine = over("m1", "m2", "m3").swarm();
    engine.nodes();
    swarm.node("m1").goesDown();
    swarm.node("m2").goesDown();

    assertThatThrownBy(engine::nodes)
        .isInstanceOf(NoLeaderException.class)
        .hasMessage(
            "the swarm has lost its quorum: 1 of 3 managers answer, and none has a leader; start"
                + " those that are down");
    assertThat(timeline.elapsed()).isBetween(ofSeconds(45), ofSeconds(46));
  }

  @Test
  void namesALostQuorumInTimeThoughEachCallTakesLong() {
    swarm.leaderlessCallsTake(ofSeconds(20));
    SwarmEngine engine = over("m3").swarm();
    engine.nodes();
    swarm.node("m1").goesDown();
    swarm.node("m2").goesDown();

    assertThatThrownBy(engine::nodes).hasMessageStartingWith("the swarm has lost its quorum: 1 of");
    assertThat(timeline.elapsed()).isBetween(ofSeconds(45), ofSeconds(65));
  }

  @Test
  void doesNotCallAnElectionALostQuorum() {
    SwarmEngine impatient = over("m1", "m2").impatientSwarm();
    impatient.nodes();
    swarm.node("m1").goesDown();

    assertThatThrownBy(impatient::nodes)
        .hasMessage(
            "the swarm has no leader at the moment: 1 of 2 managers answer, and none has a leader");
    assertThat(timeline.elapsed()).isZero();
  }

  @Test
  void bearsWithAllManagersBeingAwayInTheMiddleOfACommand() {
    SwarmEngine engine = over("m1", "m2").swarm();
    engine.nodes();

    swarm.engineUnreachableFor(ofSeconds(20));

    assertThat(engine.nodes()).hasSize(4);
  }

  @Test
  void doesNotWaitForManagersThatHaveNeverAnswered() {
    swarm.engineUnreachableFor(ofSeconds(20));

    assertThatThrownBy(() -> over("m1", "m2").swarm().nodes())
        .isInstanceOf(EngineUnreachableException.class)
        .hasMessage(
            "no manager can be used: the Engine at m1 does not answer; the Engine at m2 does not"
                + " answer");
    assertThatThrownBy(() -> over("m1").swarm().nodes())
        .hasMessage("the Engine at m1 does not answer");
    assertThat(timeline.elapsed()).isZero();
  }

  @Test
  void isInterruptedWhileItWaits() {
    SwarmEngine engine = over("m1", "m2").swarm();
    engine.nodes();
    swarm.losesItsLeader();
    timeline.schedule(timeline.instant().plusSeconds(3), Thread.currentThread()::interrupt);

    assertThatThrownBy(engine::nodes).isInstanceOf(EngineInterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void refusesManagersOfDifferentSwarms() {
    InMemorySwarm two = InMemorySwarm.builder().manager("m1").bare("x1").build();
    two.engine("x1")
        .membership()
        .initialize(
            new InitRequest(
                Optional.empty(),
                InitRequest.DEFAULT_LISTEN_ADDRESS,
                Optional.empty(),
                List.of(),
                false));
    SwarmEngine engine =
        FailoverConnection.over(
                Stream.of("m1", "x1")
                    .map(name -> new Manager("tcp://" + name + ":2375", two.engine(name)))
                    .toList(),
                two.timeline())
            .swarm();
    engine.nodes();
    two.node("m1").unreachableFor(ofSeconds(60));

    assertThatThrownBy(engine::nodes)
        .isInstanceOf(EngineRefusedException.class)
        .hasMessage(
            "the Engines at tcp://m1:2375 and at tcp://x1:2375 are managers of different swarms;"
                + " name managers of one swarm");
  }

  @Test
  void asksASingleManagerNothingMoreThanItWasAsked() {
    over("m1").swarm().nodes();

    assertThat(swarm.calls().texts()).containsExactly("nodes");
  }

  @Test
  void readsLogsAndImagesThroughAManagerThatAnswers() {
    Fixture fixture = new Fixture(swarm);
    swarm.image("web:1").logs("hello");
    ServiceView web = fixture.start(service("web", "web:1"));
    EngineConnection connection = over("m1", "m2");
    connection.swarm().nodes();
    swarm.node("m1").unreachableFor(ofSeconds(60));

    assertThat(connection.logs().tail(web.tasks().get(0).id(), 5)).containsExactly("hello");
    assertThat(connection.images().inspect("web:1", Optional.empty())).isPresent();
    swarm.engineUnreachableFor(ofSeconds(60));
    assertThat(connection.logs().tail(web.tasks().get(0).id(), 5)).isEmpty();
    assertThat(connection.images().inspect("web:1", Optional.empty())).isEmpty();
  }

  @Test
  void readsTokensThroughAnyManagerButFormsNoSwarmThroughSeveral() {
    EngineConnection connection = over("m1", "m2");
    swarm.node("m1").unreachableFor(ofSeconds(60));

    assertThat(connection.membership().tokens().worker()).startsWith("SWMTKN");
    assertThatThrownBy(() -> connection.membership().leave(true))
        .isInstanceOf(EngineRefusedException.class)
        .hasMessageContaining("about one Engine");
  }

  @Test
  void handsOnWhatAManagerRefuses() {
    EngineException refusal = new EngineRefusedException("no");
    swarm.failNextCall("nodes", refusal);

    assertThatThrownBy(() -> over("m1", "m2").swarm().nodes()).isSameAs(refusal);
    assertThat(asked("nodes")).containsExactly("m1");
  }

  private FailoverConnection over(String... names) {
    return FailoverConnection.over(
        Stream.of(names).map(name -> new Manager(name, swarm.engine(name))).toList(), timeline);
  }

  /** The Engines that a call went to, in order. */
  private List<String> asked(String method) {
    return swarm.calls().all().stream()
        .filter(call -> call.method().equals(method))
        .map(Calls.Call::engine)
        .toList();
  }
}
