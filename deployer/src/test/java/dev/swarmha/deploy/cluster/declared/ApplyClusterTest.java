package dev.swarmha.deploy.cluster.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.swarmha.engine.EngineInfo.Membership;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Node.Availability;
import dev.swarmha.engine.Node.Role;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.SwarmMembership.InitRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A cluster that is formed, kept and mended from its file. */
final class ApplyClusterTest {

  static final String FIVE =
      """
      managers:
        - {host: "tcp://10.0.0.1", labels: {zone: a}, availability: drain}
        - {host: "tcp://10.0.0.2", labels: {zone: b}}
        - {host: "tcp://10.0.0.3"}
      workers:
        - {host: "tcp://10.0.0.4", labels: {zone: a, database: primary}}
        - {host: "tcp://10.0.0.5", availability: pause}
      swarm: {taskHistoryLimit: 3, defaultAddrPool: [10.20.0.0/16]}
      networks: {public: {driver: overlay, attachable: true}}
      secrets: {password: {file: secret}}
      configs: {nginx: {file: config, labels: {team: shop}}}
      """;

  private final ClusterScene scene = ClusterScene.bare(5);

  @Test
  void formsAWholeClusterFromBareEngines() {
    String summary = scene.apply(FIVE).summary();

    assertThat(summary).isEqualTo("the cluster is as declared: 3 managers, 2 workers");
    assertThat(scene.planned())
        .containsExactly(
            "#1           init    machine  n1 (tcp://10.0.0.1)  the first manager of a new swarm",
            "#2 after 1   update  swarm    settings             taskHistoryLimit 5 -> 3",
            "#3 after 1   join    machine  n2 (tcp://10.0.0.2)  as a manager",
            "#4 after 1   join    machine  n3 (tcp://10.0.0.3)  as a manager",
            "#5 after 1   join    machine  n4 (tcp://10.0.0.4)  as a worker",
            "#6 after 1   join    machine  n5 (tcp://10.0.0.5)  as a worker",
            "#7 after 1   update  node     n1                   labels zone=a; availability drain",
            "#8 after 3   update  node     n2                   labels zone=b",
            "#9 after 5   update  node     n4                   labels database=primary, zone=a",
            "#10 after 6  update  node     n5                   availability pause",
            "#11 after 1  create  network  public               new",
            "#12 after 1  create  secret   password             new",
            "#13 after 1  create  config   nginx                new");
    assertThat(scene.nodes("n2"))
        .extracting(Node::hostname, Node::role, Node::availability, Node::labels)
        .containsExactly(
            tuple("n1", Role.MANAGER, Availability.DRAIN, Map.of("zone", "a")),
            tuple("n2", Role.MANAGER, Availability.ACTIVE, Map.of("zone", "b")),
            tuple("n3", Role.MANAGER, Availability.ACTIVE, Map.of()),
            tuple(
                "n4", Role.WORKER, Availability.ACTIVE, Map.of("zone", "a", "database", "primary")),
            tuple("n5", Role.WORKER, Availability.PAUSE, Map.of()));
    assertThat(scene.engine("n1").membership().settings().addressPools())
        .containsExactly("10.20.0.0/16");
    assertThat(scene.swarm().names(ResourceKind.NETWORK)).containsExactly("ingress", "public");
    assertThat(scene.swarm().payload(ResourceKind.SECRET, "password").bytes())
        .asString()
        .isEqualTo("secret");
    assertThat(scene.swarm().find(ResourceKind.CONFIG, "nginx").orElseThrow().labels())
        .isEqualTo(Map.of("team", "shop"));
  }

  @Test
  void doesNothingTheSecondTime() throws InterruptedException {
    scene.apply(FIVE);

    assertThat(scene.apply(FIVE).summary())
        .startsWith("the cluster is as declared, nothing to do: ");
    assertThat(scene.planned()).isEmpty();
    assertThat(scene.plan(FIVE).steps()).isEmpty();
  }

  @Test
  void joinsOnlyAMachineAgainThatHasLostItsPlace() {
    scene.apply(FIVE);
    List<ResourceId> before = scene.nodes("n1").stream().map(Node::id).toList();
    scene.engine("n4").membership().leave(true);

    scene.apply(FIVE);

    assertThat(scene.done())
        .hasSize(3)
        .startsWith("joined machine n4 (tcp://10.0.0.4)", "updated node n4");
    assertThat(scene.done().get(2)).startsWith("removed node n4 (");
    assertThat(scene.nodes("n1")).hasSize(5).allMatch(Node::isReady);
    assertThat(scene.nodes("n1")).extracting(Node::id).filteredOn(before::contains).hasSize(4);
    assertThat(scene.apply(FIVE).summary())
        .startsWith("the cluster is as declared, nothing to do: ");
    assertThat(scene.planned()).isEmpty();
  }

  @Test
  void replacesAManagerThatHasLostItsPlace() {
    scene.apply(FIVE);
    scene.engine("n3").membership().leave(true);

    scene.apply(FIVE);

    assertThat(scene.done()).first().isEqualTo("joined machine n3 (tcp://10.0.0.3)");
    assertThat(scene.done()).last().asString().startsWith("removed node n3 (");
    assertThat(scene.nodes("n1")).hasSize(5).allMatch(Node::isReady);
    assertThat(scene.nodes("n1")).filteredOn(node -> node.role() == Role.MANAGER).hasSize(3);
  }

  @Test
  void tellsAMachineThatIsDownAndGoesOnWithTheRest() {
    scene.swarm().node("n2").unreachableFor(Duration.ofMinutes(1));

    assertThatThrownBy(() -> scene.apply(FIVE))
        .isInstanceOf(EngineRefusedException.class)
        .hasMessageStartingWith("the cluster is not as declared: tcp://10.0.0.2 does not answer: ");
    assertThat(scene.nodes("n1"))
        .extracting(Node::hostname)
        .containsExactly("n1", "n3", "n4", "n5");
    assertThat(scene.planned()).anyMatch(line -> line.startsWith("left out: tcp://10.0.0.2"));

    scene.swarm().advance(Duration.ofMinutes(2));
    scene.apply(FIVE);

    assertThat(scene.done())
        .containsExactly("joined machine n2 (tcp://10.0.0.2)", "updated node n2");
  }

  @Test
  void changesANodeWhoseMachineItCannotReach() {
    scene.apply(FIVE);
    scene.swarm().node("n4").unreachableFor(Duration.ofMinutes(1));

    assertThatThrownBy(() -> scene.apply(FIVE.replace("primary", "replica")))
        .hasMessageContaining("tcp://10.0.0.4 does not answer");

    assertThat(scene.done()).containsExactly("updated node n4");
    assertThat(scene.planned()).noneMatch(line -> line.startsWith("note:"));
  }

  @Test
  void neverTakesAMachineFromAnotherSwarm() {
    found("n5");

    assertThatThrownBy(() -> scene.apply(FIVE))
        .isInstanceOf(EngineRefusedException.class)
        .hasMessageContaining("n5 (tcp://10.0.0.5)");
    assertThat(scene.nodes("n5")).extracting(Node::hostname).containsExactly("n5");
  }

  @Test
  void refusesAWorkerOfAnotherSwarmAndChangesNothing() {
    String four = FIVE.replaceAll("(?m)^.*10\\.0\\.0\\.5.*\n", "");
    scene.apply(four);
    found("n5");

    assertThatThrownBy(() -> scene.apply(FIVE.replace("primary", "replica")))
        .isInstanceOf(EngineRefusedException.class)
        .hasMessageStartingWith("nothing was changed: n5 (tcp://10.0.0.5) is a manager of another")
        .hasMessageContaining("leave");
    assertThat(scene.done()).isEmpty();
    assertThat(scene.nodes("n5")).hasSize(1);
    assertThat(scene.nodes("n1")).hasSize(4);
  }

  @Test
  void refusesManagersOfDifferentSwarms() {
    found("n1");
    found("n2");

    assertThatThrownBy(() -> scene.apply(FIVE))
        .hasMessageContaining("managers of different swarms: n1 (tcp://10.0.0.1) of swarm swarm1");
    assertThat(scene.engine("n3").swarm().info().membership()).isEqualTo(Membership.INACTIVE);
  }

  @Test
  void promotesBeforeItDemotesAndTheLeaderLast() {
    scene.apply(FIVE);
    String swapped =
        """
        managers: [{host: "tcp://10.0.0.3"}, {host: "tcp://10.0.0.4"}, {host: "tcp://10.0.0.5"}]
        workers: [{host: "tcp://10.0.0.1"}, {host: "tcp://10.0.0.2"}]
        """;

    scene.apply(swapped);

    assertThat(scene.done())
        .containsExactly(
            "promoted node n4", "promoted node n5", "demoted node n2", "demoted node n1");
    assertThat(scene.nodes("n3"))
        .extracting(Node::role)
        .containsExactly(Role.WORKER, Role.WORKER, Role.MANAGER, Role.MANAGER, Role.MANAGER);
    assertThat(scene.apply(swapped).summary())
        .startsWith("the cluster is as declared, nothing to do: ");
  }

  @Test
  void keepsAManagerWithoutWhichTheQuorumWouldBeLost() {
    scene.apply(FIVE);
    scene.swarm().node("n2").goesDown();
    scene.swarm().advance(Duration.ofSeconds(30));
    String two =
        """
        managers: [{host: "tcp://10.0.0.1"}, {host: "tcp://10.0.0.2"}]
        workers: [{host: "tcp://10.0.0.3"}, {host: "tcp://10.0.0.4"}, {host: "tcp://10.0.0.5"}]
        """;

    assertThatThrownBy(() -> scene.apply(two))
        .hasMessageContaining("node n3 stays a manager: the swarm would lose its quorum");
    assertThat(scene.done()).isEmpty();
    assertThat(scene.nodes("n1")).filteredOn(node -> node.role() == Role.MANAGER).hasSize(3);
  }

  @Test
  void changesSettingsAndTellsTheKeyOfALockedSwarmOnce() {
    scene.apply(FIVE);
    String locked = FIVE.replace("swarm: {", "swarm: {autolock: true, heartbeatPeriod: 2s, ");

    String summary = scene.apply(locked).summary();

    assertThat(scene.planned())
        .containsExactly(
            "#1  update  swarm  settings  heartbeatPeriod 5s -> 2s; autolock false -> true");
    assertThat(summary).endsWith("so keep it safe: SWMKEY-1-swarm1xxxxxxxxxxxxxxxxxxx");
    assertThat(scene.apply(locked).summary())
        .startsWith("the cluster is as declared, nothing to do: ");
    assertThat(scene.planned()).isEmpty();
  }

  @Test
  void leavesAloneWhatTheFileDoesNotName() {
    scene.apply(FIVE);
    String less =
        """
        managers: [{host: "tcp://10.0.0.1"}, {host: "tcp://10.0.0.2"}, {host: "tcp://10.0.0.3"}]
        workers: [{host: "tcp://10.0.0.4", labels: {zone: a}}]
        """;

    assertThat(scene.apply(less).summary())
        .startsWith("the cluster is as declared, nothing to do: ");

    assertThat(scene.planned())
        .containsExactly(
            "note: node n1 has labels that the file does not: zone; they stay (to remove one:"
                + " swarmha node label n1 zone-)",
            "note: node n2 has labels that the file does not: zone; they stay (to remove one:"
                + " swarmha node label n2 zone-)",
            "note: node n4 has labels that the file does not: database; they stay (to remove one:"
                + " swarmha node label n4 database-)",
            "note: node n5 at 10.0.0.5 is in the swarm, and the file does not name it; it stays");
    assertThat(scene.nodes("n1")).hasSize(5);
  }

  @Test
  void refusesObjectsOfTheSameNameThatAreOthers() {
    scene.apply(FIVE);

    assertThatThrownBy(() -> scene.apply(FIVE.replace("file: secret", "file: other")))
        .hasMessageContaining("secret password is there with another content");
    assertThatThrownBy(() -> scene.apply(FIVE.replace("file: config", "file: other")))
        .hasMessageContaining("config nginx is there with another content");
    assertThatThrownBy(() -> scene.apply(FIVE.replace("attachable: true", "internal: true")))
        .hasMessageContaining(
            "network public is there and is another one: internal is false, not true; attachable is"
                + " true, not false");
    assertThatThrownBy(() -> scene.apply(FIVE.replace("10.20.0.0/16", "10.30.0.0/16")))
        .hasMessageContaining("defaultAddrPool is 10.20.0.0/16 and cannot be changed");
  }

  @Test
  void formsNoSecondSwarmBesideOneThatCannotBeAsked() {
    scene.apply(FIVE);
    for (String manager : List.of("n1", "n2", "n3")) {
      scene.swarm().node(manager).unreachableFor(Duration.ofMinutes(1));
    }

    assertThatThrownBy(() -> scene.apply(FIVE))
        .hasMessageContaining("n4 (tcp://10.0.0.4) is a worker of a swarm (managers: ")
        .hasMessageContaining("of which no manager in the file can be reached");
  }

  private void found(String engine) {
    scene
        .engine(engine)
        .membership()
        .initialize(
            new InitRequest(
                Optional.empty(),
                InitRequest.DEFAULT_LISTEN_ADDRESS,
                Optional.empty(),
                List.of(),
                false));
  }
}
