package dev.swarmha.deploy.placement;

import static dev.swarmha.deploy.placement.Scene.GIB;
import static dev.swarmha.deploy.placement.Scene.node;
import static dev.swarmha.engine.testkit.ServiceSpecBuilder.service;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.plan.Dependencies;
import dev.swarmha.deploy.plan.DesiredResource;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.plan.Reconciler;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Node.Availability;
import dev.swarmha.engine.Node.NodeState;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.testkit.ServiceSpecBuilder;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which updates certainly never end, and which only look like it. */
class ForesightTest {

  private static final String PORTS = "host-mode port already in use on ";

  /** What becomes of the service web when it gets another spec; nothing where it may well end. */
  record Case(String name, Scene scene, ServiceSpecBuilder update, String engineWords) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** Starts first, has the port 8080 on its nodes, and two replicas. */
  private static ServiceSpecBuilder web(String image) {
    return service("shop_web", image)
        .stack("shop")
        .replicas(2)
        .hostPort(8080, 80)
        .update("pause", ofSeconds(5), "start-first");
  }

  /** Two nodes with a task of it each. */
  private static Scene full(ServiceSpecBuilder spec) {
    return new Scene()
        .with(node("n1"), node("n2"))
        .service(spec)
        .task("shop_web", 1, "n1")
        .task("shop_web", 2, "n2");
  }

  static Stream<Case> ports() {
    return Stream.of(
        new Case("each node has the port", full(web("web:1")), web("web:2"), PORTS + "2 nodes"),
        new Case("one node is free", full(web("web:1")).with(node("n3")), web("web:2"), ""),
        new Case(
            "a node that is free is down",
            full(web("web:1")).with(node("n3", NodeState.DOWN, Availability.ACTIVE)),
            web("web:2"),
            ""),
        new Case(
            "a node that is free is drained",
            full(web("web:1")).with(node("n3", NodeState.READY, Availability.DRAIN)),
            web("web:2"),
            PORTS + "2 nodes"),
        new Case(
            "the managers do not know yet what a free node does",
            full(web("web:1")).with(node("n3", NodeState.UNKNOWN, Availability.ACTIVE)),
            web("web:2"),
            ""),
        new Case(
            "a free node does not suit",
            full(web("web:1").constraint("node.hostname != n3")).with(node("n3")),
            web("web:2").constraint("node.hostname != n3"),
            PORTS + "2 nodes"),
        new Case(
            "a free node suits from now on",
            full(web("web:1").constraint("node.hostname != n3")).with(node("n3")),
            web("web:2"),
            ""));
  }

  static Stream<Case> otherTerms() {
    return Stream.of(
        new Case(
            "the old ones stop first",
            full(web("web:1")),
            web("web:2").update("pause", ofSeconds(5), "stop-first"),
            ""),
        new Case(
            "the port is another one from now on",
            full(web("web:1")),
            web("web:2").hostPort(9090, 80),
            ""),
        new Case("fewer replicas make room", full(web("web:1")), web("web:2").replicas(1), ""),
        new Case("nothing is wanted any more", full(web("web:1")), web("web:2").replicas(0), ""));
  }

  static Stream<Case> changes() {
    return Stream.of(
        new Case(
            "only a label changes", full(web("web:1")), web("web:1").label("colour", "blue"), ""),
        new Case(
            "only constraints change",
            full(web("web:1")),
            web("web:1").constraint("node.role == worker"),
            ""),
        new Case(
            "only the number of replicas changes",
            full(web("web:1")),
            web("web:1").replicas(3),
            ""));
  }

  static Stream<Case> unsteadyTasks() {
    return Stream.of(
        new Case(
            "a task that is being stopped makes room",
            new Scene()
                .with(node("n1"), node("n2"))
                .service(web("web:1"))
                .task("shop_web", 1, "n1")
                .task("shop_web", 2, "n2", task -> task.stopping()),
            web("web:2"),
            ""),
        new Case(
            "a task that comes up may fail again",
            new Scene()
                .with(node("n1"), node("n2"))
                .service(web("web:1"))
                .task("shop_web", 1, "n1")
                .task("shop_web", 2, "n2", task -> task.is(TaskState.FAILED))
                .task("shop_web", 2, "n2"),
            web("web:2"),
            ""),
        new Case(
            "an earlier update is still under way in a slot",
            full(web("web:1")).task("shop_web", 2, "n1", task -> task.is(TaskState.STARTING)),
            web("web:2"),
            ""),
        new Case(
            "an update that hangs is taken back, and the tasks have the spec of before",
            new Scene()
                .with(node("n1"), node("n2"))
                .service(web("web:2"))
                .task("shop_web", 1, "n1", task -> task.outdated(8080))
                .task("shop_web", 2, "n2", task -> task.outdated(8080)),
            web("web:1"),
            ""));
  }

  static Stream<Case> restarts() {
    return Stream.of(
        new Case(
            "the node of a task is not heard from, and the task will go elsewhere",
            new Scene()
                .with(node("n1"), node("n2", NodeState.DOWN, Availability.ACTIVE))
                .service(web("web:1"))
                .task("shop_web", 1, "n1")
                .task("shop_web", 2, "n2"),
            web("web:2"),
            ""),
        new Case(
            "tasks that are not kept up may end by themselves",
            full(web("web:1").restart("none", ofSeconds(1), 0)),
            web("web:2").restart("none", ofSeconds(1), 0),
            ""),
        new Case(
            "tasks are started again after failures alone",
            full(web("web:1").restart("on-failure", ofSeconds(1), 0)),
            web("web:2").restart("on-failure", ofSeconds(1), 0),
            PORTS + "2 nodes"),
        new Case(
            "a task that waits for a node holds none",
            full(web("web:1")).task("shop_web", 2, "n1", task -> task.is(TaskState.PENDING)),
            web("web:2"),
            PORTS + "2 nodes"));
  }

  static Stream<Case> limits() {
    UnaryOperator<ServiceSpecBuilder> one = spec -> spec.maxReplicasPerNode(1);
    UnaryOperator<ServiceSpecBuilder> big = spec -> spec.reserve(0, 5 * GIB);
    return Stream.of(
        new Case(
            "no node may have one task more",
            full(one.apply(plain("web:1"))),
            one.apply(plain("web:2")),
            "max replicas per node limit exceed"),
        new Case(
            "the limit is raised by the update",
            full(one.apply(plain("web:1"))),
            plain("web:2").maxReplicasPerNode(2),
            ""),
        new Case(
            "no node has the memory for one more",
            full(big.apply(plain("web:1"))),
            big.apply(plain("web:2")),
            "insufficient resources on 2 nodes"),
        new Case(
            "the update wants less memory",
            full(big.apply(plain("web:1"))),
            plain("web:2").reserve(0, 3 * GIB),
            ""));
  }

  static Stream<Case> others() {
    UnaryOperator<ServiceSpecBuilder> big = spec -> spec.reserve(0, 5 * GIB);
    return Stream.of(
        new Case(
            "tasks of others are in the way, too",
            full(big.apply(plain("web:1"))).with(node("n3")).service(db()).task("db", 1, "n3"),
            big.apply(plain("web:2")),
            "insufficient resources on 2 nodes"),
        new Case(
            "a task of another stack has the port of the free node",
            full(web("web:1"))
                .with(node("n3"))
                .service(service("proxy", "proxy:1").hostPort(8080, 80))
                .task("proxy", 1, "n3"),
            web("web:2"),
            PORTS + "2 nodes"),
        new Case(
            "what a job reserves becomes free",
            full(big.apply(plain("web:1")))
                .with(node("n3"))
                .service(db().restart("on-failure", ofSeconds(1), 0))
                .task("db", 1, "n3"),
            big.apply(plain("web:2")),
            ""));
  }

  private static ServiceSpecBuilder db() {
    return service("db", "db:1").reserve(0, 6 * GIB);
  }

  private static ServiceSpecBuilder plain(String image) {
    return service("shop_web", image)
        .stack("shop")
        .replicas(2)
        .update("pause", ofSeconds(5), "start-first");
  }

  static Stream<Case> globals() {
    return Stream.of(
        new Case(
            "a task on every node has the port of the next",
            full(web("web:1").global()),
            web("web:2").global(),
            PORTS + "2 nodes"),
        new Case(
            "one node that is full is enough",
            full(plain("web:1").global().reserve(0, GIB))
                .service(service("db", "db:1").reserve(0, 7 * GIB))
                .task("db", 1, "n1"),
            plain("web:2").global().reserve(0, GIB),
            "insufficient resources on 1 node"),
        new Case(
            "a node that no longer suits loses its task",
            full(web("web:1").global()),
            web("web:2").global().constraint("node.hostname == n9"),
            ""));
  }

  @ParameterizedTest
  @MethodSource({
    "ports",
    "otherTerms",
    "changes",
    "unsteadyTasks",
    "restarts",
    "limits",
    "others",
    "globals"
  })
  void foresees(Case one) {
    List<String> deadlocks = foresight(one.scene(), one.update()).deadlocks();

    if (one.engineWords().isEmpty()) {
      assertThat(deadlocks).isEmpty();
    } else {
      assertThat(deadlocks).hasSize(1);
      assertThat(deadlocks.get(0))
          .startsWith("service shop_web would never finish this update: with order start-first")
          .contains("(" + one.engineWords() + ": n1: ")
          .contains("set deploy.update_config.order to stop-first, ");
    }
  }

  @Test
  void namesWhatIsInTheWayAndWhatToDo() {
    assertThat(foresight(full(web("web:1")), web("web:2")).deadlocks())
        .containsExactly(
            "service shop_web would never finish this update: with order start-first a new task"
                + " must run before an old one is stopped, and there is no room for one beside them"
                + " (host-mode port already in use on 2 nodes: n1: port 8080/tcp is held by"
                + " shop_web.1; n2: port 8080/tcp is held by shop_web.2); set"
                + " deploy.update_config.order to stop-first, publish the port in mode ingress, run"
                + " fewer replicas than there are nodes that suit, or add a node");
  }

  @Test
  void leavesServicesAloneThatTheSameDeployChanges() {
    ServiceSpecBuilder db = service("shop_db", "db:1").stack("shop").reserve(0, 6 * GIB);
    Scene scene =
        full(plain("web:1").reserve(0, 5 * GIB))
            .with(node("n3"))
            .service(db)
            .task("shop_db", 1, "n3");
    ServiceSpecBuilder web = plain("web:2").reserve(0, 5 * GIB);

    assertThat(foresight(scene, web, db).deadlocks()).hasSize(1);
    assertThat(foresight(scene, web, db.reserve(0, GIB)).deadlocks()).isEmpty();
  }

  @Test
  void warnsOfMoreReplicasThanTheNodesEverHaveRoomFor() {
    Scene two = new Scene().with(node("n1"), node("n2"));

    assertThat(foresight(two, plain("web:1").replicas(6).maxReplicasPerNode(2)).warnings())
        .containsExactly(
            "service shop_web: 6 replicas are wanted, and the 2 nodes that suit have room for 4 at"
                + " most (max_replicas_per_node: 2); the others wait until there is more");
    assertThat(foresight(two, web("web:1").replicas(3)).warnings().get(0))
        .contains("have room for 2 at most (a node has port 8080/tcp only once)");
    assertThat(foresight(two, plain("web:1").replicas(3).reserve(0, 5 * GIB)).warnings().get(0))
        .contains("have room for 2 at most (by what they reserve)");
    assertThat(foresight(two, plain("web:1").replicas(4).maxReplicasPerNode(2)).warnings())
        .isEmpty();
  }

  @Test
  void warnsWhereNoNodeSuits() {
    Scene two = new Scene().with(node("n1"), node("n2"));

    assertThat(foresight(two, plain("web:1").constraint("node.labels.disk == ssd")).warnings())
        .containsExactly(
            "service shop_web: no node suits it now (scheduling constraints not satisfied on 2"
                + " nodes); its tasks cannot start until one does");
  }

  @Test
  void looksAtOtherStacksOnlyWhereTheOwnTasksLeaveRoom() {
    assertThat(foresightWithoutSwarm(full(web("web:1")), web("web:2")).deadlocks()).hasSize(1);
    assertThat(foresightWithoutSwarm(full(plain("web:1")), plain("web:2")).deadlocks()).isEmpty();
  }

  private static Foresight foresightWithoutSwarm(Scene scene, ServiceSpecBuilder service) {
    Snapshot snapshot = scene.snapshot();
    DesiredStack desired = desired(service);
    return Foresight.of(
        desired,
        Reconciler.reconcile(desired, snapshot),
        snapshot,
        () -> {
          throw new AssertionError("nobody needs the whole swarm here");
        });
  }

  private static Foresight foresight(Scene scene, ServiceSpecBuilder... services) {
    Snapshot snapshot = scene.snapshot();
    DesiredStack desired = desired(services);
    return Foresight.of(desired, Reconciler.reconcile(desired, snapshot), snapshot, () -> snapshot);
  }

  private static DesiredStack desired(ServiceSpecBuilder... services) {
    List<DesiredResource> resources =
        Stream.of(services)
            .map(ServiceSpecBuilder::build)
            .map(
                spec ->
                    DesiredResource.of(
                        new ResourceRef(ResourceKind.SERVICE, spec.text("Name").orElseThrow()),
                        spec))
            .toList();
    return new DesiredStack(
        "shop", resources, Set.of(), Dependencies.none(), List.of(), Mapping.empty());
  }
}
