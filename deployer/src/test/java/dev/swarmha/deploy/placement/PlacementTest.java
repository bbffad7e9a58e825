package dev.swarmha.deploy.placement;

import static dev.swarmha.deploy.placement.Scene.CPU;
import static dev.swarmha.deploy.placement.Scene.GIB;
import static dev.swarmha.deploy.placement.Scene.node;
import static dev.swarmha.engine.testkit.ServiceSpecBuilder.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.placement.NodeFit.Refusal;
import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Node.Availability;
import dev.swarmha.engine.Node.NodeState;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.testkit.ServiceSpecBuilder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each filter of the scheduler, and what it has to say. */
class PlacementTest {

  /** What the node n1 says to one more task of a service; empty text where it fits. */
  record Case(String name, ServiceSpecBuilder web, Scene scene, String words) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static ServiceSpecBuilder web() {
    return service("web", "web:1");
  }

  private static Scene one() {
    return new Scene().with(node("n1"));
  }

  static Stream<Case> readiness() {
    return Stream.of(
        new Case("a ready node", web(), one(), ""),
        new Case(
            "a node that is down",
            web(),
            new Scene().with(node("n1", NodeState.DOWN, Availability.ACTIVE)),
            "it is down"),
        new Case(
            "a drained node",
            web(),
            new Scene().with(node("n1", NodeState.READY, Availability.DRAIN)),
            "its availability is drain"));
  }

  static Stream<Case> resources() {
    ServiceSpecBuilder big = web().reserve(1, 4 * GIB);
    return Stream.of(
        new Case("room for all", big, one(), ""),
        new Case(
            "memory that other tasks have reserved",
            big,
            one().service(service("db", "db:1").reserve(0.5, 7 * GIB)).task("db", 1, "n1"),
            "needs 4 GiB of memory, 1 GiB of 8 GiB is left"),
        new Case(
            "processors and memory",
            web().reserve(3.5, 6 * GIB),
            one().service(service("db", "db:1").reserve(1, 5 * GIB / 2)).task("db", 1, "n1"),
            "needs 3.5 CPUs, 3 of 4 is left; needs 6 GiB of memory, 5.5 GiB of 8 GiB is left"),
        new Case(
            "what a task that is being stopped still holds",
            big,
            one()
                .service(service("db", "db:1").reserve(0, 6 * GIB))
                .task("db", 1, "n1", task -> task.stopping()),
            "needs 4 GiB of memory, 2 GiB of 8 GiB is left"),
        new Case(
            "what a task that has ended no longer holds",
            big,
            one()
                .service(service("db", "db:1").reserve(0, 6 * GIB))
                .task("db", 1, "n1", task -> task.is(TaskState.FAILED)),
            ""));
  }

  static Stream<Case> pieces() {
    return Stream.of(
        new Case(
            "a kind of resource with too few pieces",
            web().with(DocumentPath.of("TaskTemplate", "Resources", "Reservations"), gpus(3)),
            one(),
            "needs 3 gpu, 2 of 2 is left"),
        new Case(
            "a kind of resource that is not there",
            web()
                .with(
                    DocumentPath.of("TaskTemplate", "Resources", "Reservations"), pieces("tpu", 1)),
            one(),
            "has no tpu"));
  }

  private static Mapping gpus(int count) {
    return pieces("gpu", count);
  }

  private static Mapping pieces(String kind, int count) {
    Mapping piece =
        Mapping.of(
            "DiscreteResourceSpec",
            Mapping.builder().put("Kind", kind).put("Value", count).build());
    return Mapping.of("GenericResources", Sequence.of(piece));
  }

  static Stream<Case> constraints() {
    return Stream.of(
        new Case("a label that holds", web().constraint("node.labels.zone==A"), one(), ""),
        new Case(
            "another label",
            web().constraint("node.labels.zone == b"),
            one(),
            "label zone is a, wanted b"),
        new Case(
            "no label",
            web().constraint("node.labels.database==primary"),
            one(),
            "label database is not set, wanted primary"),
        new Case(
            "a label that must not be",
            web().constraint("node.labels.zone!=a"),
            one(),
            "label zone is a, wanted any but a"));
  }

  static Stream<Case> properties() {
    return Stream.of(
        new Case("an engine label", web().constraint("engine.labels.disk == ssd"), one(), ""),
        new Case(
            "another engine label",
            web().constraint("Engine.Labels.disk == hdd"),
            one(),
            "engine label disk is ssd, wanted hdd"),
        new Case(
            "the rest of what constraints know",
            web()
                .constraint(
                    "node.id == n9",
                    "node.hostname==n9",
                    "node.role == manager",
                    "node.platform.os == windows",
                    "node.platform.arch == aarch64"),
            one(),
            "its id is n1, wanted n9; its host name is n1, wanted n9; its role is worker, wanted"
                + " manager; its operating system is linux, wanted windows; its architecture is"
                + " x86_64, wanted aarch64"),
        new Case(
            "a key that nobody knows",
            web().constraint("node.colour != red"),
            one(),
            "the Engine knows no node.colour, so that the constraint never holds"));
  }

  static Stream<Case> platforms() {
    DocumentPath platforms = DocumentPath.of("TaskTemplate", "Placement", "Platforms");
    return Stream.of(
        new Case(
            "the same under another name",
            web().with(platforms, Sequence.of(platform("amd64", "linux"))),
            one(),
            ""),
        new Case(
            "any architecture",
            web().with(platforms, Sequence.of(platform("", "linux"))),
            one(),
            ""),
        new Case(
            "none of several",
            web()
                .with(
                    platforms,
                    Sequence.of(platform("arm64", "linux"), platform("amd64", "windows"))),
            one(),
            "it is linux/amd64, and the image is for linux/arm64, windows/amd64"));
  }

  private static Mapping platform(String architecture, String os) {
    return Mapping.builder().put("Architecture", architecture).put("OS", os).build();
  }

  static Stream<Case> ports() {
    ServiceSpecBuilder open = web().hostPort(8080, 80);
    return Stream.of(
        new Case("a port that nobody has", open, one().service(open), ""),
        new Case(
            "a port that a task of its own has",
            open,
            one().service(open).task("web", 1, "n1"),
            "port 8080/tcp is held by web.1"),
        new Case(
            "a port that a task of another node has",
            open,
            one().with(node("n2")).service(open).task("web", 1, "n2"),
            ""),
        new Case(
            "a port that a task has opened under an earlier spec",
            open,
            one().service(web()).task("web", 1, "n1", task -> task.outdated(8080)),
            "port 8080/tcp is held by web.1"),
        new Case(
            "a port that a task of an earlier spec does not have",
            open,
            one().service(open).task("web", 1, "n1", task -> task.outdated(9090)),
            ""),
        new Case(
            "a port that the Engine picks",
            web().hostPort(0, 80),
            one().service(open).task("web", 1, "n1"),
            ""));
  }

  static Stream<Case> counts() {
    ServiceSpecBuilder two = web().maxReplicasPerNode(2);
    return Stream.of(
        new Case("fewer than the limit", two, one().service(two).task("web", 1, "n1"), ""),
        new Case(
            "as many as the limit",
            two,
            one().service(two).task("web", 1, "n1").task("web", 2, "n1"),
            "it has 2 of its tasks, of at most 2 per node"),
        new Case(
            "tasks that are being stopped do not count",
            two,
            one().service(two).task("web", 1, "n1").task("web", 2, "n1", task -> task.stopping()),
            ""));
  }

  static Stream<Case> plugins() {
    DocumentPath container = DocumentPath.of("TaskTemplate", "ContainerSpec");
    DocumentPath logDriver = DocumentPath.of("TaskTemplate", "LogDriver", "Name");
    return Stream.of(
        new Case(
            "drivers that are there",
            web()
                .networkNamed("shop")
                .with(container.child("Mounts"), volume("vieux/sshfs"))
                .with(logDriver, Document.text("json-file")),
            one().network("shop", "overlay"),
            ""),
        new Case(
            "drivers that are not",
            web()
                .networkNamed("shop")
                .with(container.child("Mounts"), volume("rexray"))
                .with(logDriver, Document.text("loki")),
            one().network("shop", "weave"),
            "has no volume driver rexray; has no network driver weave; has no log driver loki"),
        new Case(
            "drivers that every Engine has",
            web()
                .with(container.child("Mounts"), volume("local"))
                .with(logDriver, Document.text("none")),
            one(),
            ""));
  }

  private static Sequence volume(String driver) {
    return Sequence.of(
        Mapping.builder()
            .put("Type", "volume")
            .put(
                "VolumeOptions",
                Mapping.of("DriverConfig", Mapping.of("Name", Document.text(driver))))
            .build());
  }

  @ParameterizedTest
  @MethodSource({
    "readiness",
    "resources",
    "pieces",
    "properties",
    "constraints",
    "platforms",
    "ports",
    "counts",
    "plugins"
  })
  void says(Case one) {
    Snapshot snapshot = one.scene().service(one.web()).snapshot();
    TaskNeeds needs =
        TaskNeeds.of(snapshot.find(ResourceKind.SERVICE, "web").orElseThrow(), snapshot);

    NodeFit fit = Placement.judge(needs, snapshot).nodes().get(0);

    assertThat(fit.words()).isEqualTo(one.words());
    assertThat(fit.fits()).isEqualTo(one.words().isEmpty());
  }

  @Test
  void asksInTheOrderOfTheScheduler() {
    Node drained = node("n1", NodeState.READY, Availability.DRAIN);
    ServiceSpecBuilder all =
        web().reserve(9, 0).constraint("node.labels.zone == b").hostPort(80, 80);
    Snapshot snapshot = new Scene().with(drained).service(all).task("web", 1, "n1").snapshot();
    TaskNeeds needs = TaskNeeds.of(snapshot.services().get(0), snapshot);

    List<Refusal> refusals = Placement.judge(needs, snapshot).nodes().get(0).refusals();

    assertThat(refusals)
        .extracting(Refusal::filter)
        .containsExactly(
            SchedulerFilter.READY,
            SchedulerFilter.RESOURCES,
            SchedulerFilter.CONSTRAINTS,
            SchedulerFilter.HOST_PORTS);
  }

  @Test
  void countsEachNodeOnceInTheEnginesWords() {
    ServiceSpecBuilder spec = web().constraint("node.labels.zone == b").reserve(0, 9 * GIB);
    Snapshot snapshot =
        new Scene()
            .with(node("n1", NodeState.DOWN, Availability.ACTIVE), node("n2"), node("n3"))
            .service(spec)
            .snapshot();

    Placement placement =
        Placement.judge(TaskNeeds.of(snapshot.services().get(0), snapshot), snapshot);

    assertThat(placement.fitsSomewhere()).isFalse();
    assertThat(placement.engineWords())
        .isEqualTo("insufficient resources on 2 nodes; 1 node not available for new tasks");
    assertThat(
            placement.agreesWith(
                "no suitable node (1 node not available for new tasks; insufficient resources on 2"
                    + " nodes)"))
        .isTrue();
    assertThat(placement.agreesWith("no suitable node (insufficient resources on 3 nodes)"))
        .isFalse();
  }

  @Test
  void admitsWhatItCannotSee() {
    DocumentPath mounts = DocumentPath.of("TaskTemplate", "ContainerSpec", "Mounts");
    Sequence cluster = Sequence.of(Mapping.of("Type", Document.text("cluster")));

    assertThat(first(web().constraint("node.ip == 10.0.0.9")).undecidable()).isTrue();
    assertThat(first(web().with(mounts, cluster)).undecidable()).isTrue();
    assertThat(first(web().constraint("node.role == worker")).undecidable()).isFalse();
  }

  @Test
  void neverMakesANeedLookAsIfItWereMet() {
    assertThat(AmountText.memoryNeeded(4 * GIB + 1)).isEqualTo("4.1 GiB");
    assertThat(AmountText.memoryThere(4 * GIB - 1)).isEqualTo("3.9 GiB");
    assertThat(AmountText.memoryThere(0)).isEqualTo("nothing");
    assertThat(AmountText.memoryThere(-3 * GIB / 2)).isEqualTo("-1.5 GiB");
    assertThat(AmountText.cpusThere(CPU / 3)).isEqualTo("0.333");
  }

  private static NodeFit first(ServiceSpecBuilder spec) {
    Snapshot snapshot = one().service(spec).snapshot();
    return Placement.judge(TaskNeeds.of(snapshot.services().get(0), snapshot), snapshot)
        .nodes()
        .get(0);
  }
}
