package dev.swarmha.engine.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskQuery;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.testkit.ServiceSpecBuilder;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How an Engine keeps services and their tasks while nothing goes wrong. */
interface ServiceHabits extends Habits {

  @Test
  default void writesBackWhatItReadWithoutLossOrRestart() throws InterruptedException {
    Resource network = scene().createNetwork("net");
    Resource created =
        scene()
            .create(
                scene()
                    .spec("web", scene().images().first())
                    .replicas(2)
                    .env("A=1", "B=2")
                    .network(network)
                    .reserve(0.01, 8L << 20)
                    .with(DocumentPath.of("EndpointSpec", "Mode"), Document.text("dnsrr")));
    scene().awaitRunning(created, 2);
    Resource read = scene().now(created);
    Set<ResourceId> before = ids(scene().running(created));

    scene().engine().update(read, read.spec(), WriteOptions.NONE);
    scene().letSomeTimePass();

    assertThat(scene().now(created).spec()).isEqualTo(read.spec());
    assertThat(scene().now(created).updateStatus()).isEmpty();
    assertThat(ids(scene().running(created))).isEqualTo(before);
    assertThat(scene().running(created)).allMatch(Task::upToDate);
  }

  @Test
  default void fillsInWhatASpecLeavesOut() {
    ServiceSpecBuilder sparse =
        scene()
            .spec("web", scene().images().first())
            .with(DocumentPath.of("Mode"), Mapping.of("Replicated", Mapping.empty()))
            .with(DocumentPath.of("UpdateConfig"), Mapping.of("Parallelism", Document.number(1)))
            .with(DocumentPath.of("EndpointSpec"), Mapping.empty());

    Mapping stored = scene().create(sparse).spec();

    assertThat(stored.at("Mode", "Replicated", "Replicas")).contains(Document.number(1));
    assertThat(stored.at("TaskTemplate", "Runtime")).contains(Document.text("container"));
    assertThat(stored.at("TaskTemplate", "ForceUpdate")).contains(Document.number(0));
    assertThat(stored.at("UpdateConfig", "FailureAction")).contains(Document.text("pause"));
    assertThat(stored.at("UpdateConfig", "Order")).contains(Document.text("stop-first"));
    assertThat(stored.at("EndpointSpec", "Mode")).contains(Document.text("vip"));
  }

  @Test
  default void knowsNetworksByNameAndKeepsTheirIds() {
    Resource network = scene().createNetwork("net");
    Mapping byName = Mapping.of("Target", Document.text(network.name()));

    Resource service =
        scene()
            .create(
                scene()
                    .spec("web", scene().images().first())
                    .with(DocumentPath.of("TaskTemplate", "Networks"), Sequence.of(byName)));

    Mapping stored =
        service
            .spec()
            .mapping("TaskTemplate")
            .sequence("Networks")
            .mappings()
            .findFirst()
            .orElseThrow();
    assertThat(stored.text("Target")).contains(network.id().value());
  }

  @Test
  default void refusesAServiceWhoseNetworkIsNotThere() {
    Mapping nowhere = Mapping.of("Target", Document.text(scene().name("nowhere")));
    ServiceSpecBuilder spec =
        scene()
            .spec("web", scene().images().first())
            .with(DocumentPath.of("TaskTemplate", "Networks"), Sequence.of(nowhere));

    assertThatThrownBy(() -> scene().create(spec))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("network " + scene().name("nowhere") + " not found");
  }

  @Test
  default void refusesToChangeTheModeOfAService() {
    Resource service = scene().create(scene().spec("web", scene().images().first()));

    assertThatThrownBy(() -> scene().update(service, ServiceSpecBuilder::global))
        .isInstanceOf(EngineRefusedException.class)
        .hasMessageContaining("service mode change is not allowed");
  }

  @Test
  default void startsTasksInSlotsFromOne() throws InterruptedException {
    Resource service = scene().create(scene().spec("web", scene().images().first()).replicas(3));

    scene().awaitRunning(service, 3);

    assertThat(scene().running(service))
        .extracting(Task::slot)
        .containsExactlyInAnyOrder(Optional.of(1), Optional.of(2), Optional.of(3));
    assertThat(scene().now(service).updateStatus()).isEmpty();
  }

  @Test
  default void scalesWithoutTouchingTheTasksThatStay() throws InterruptedException {
    Resource service = scene().create(scene().spec("web", scene().images().first()).replicas(3));
    scene().awaitRunning(service, 3);
    Set<ResourceId> before = ids(scene().running(service));

    scene().update(service, spec -> spec.replicas(1));
    scene().awaitRunning(service, 1);

    assertThat(before).containsAll(ids(scene().running(service)));
  }

  @Test
  default void changesLabelsWithoutTouchingTasks() throws InterruptedException {
    Resource service = scene().create(scene().spec("web", scene().images().first()));
    scene().awaitRunning(service, 1);
    Set<ResourceId> before = ids(scene().running(service));

    scene().update(service, spec -> spec.label("colour", "blue"));
    scene().letSomeTimePass();

    assertThat(ids(scene().running(service))).isEqualTo(before);
    assertThat(scene().running(service)).allMatch(Task::upToDate);
    assertThat(scene().now(service).updateStatus()).isEmpty();
  }

  @Test
  default void replacesEveryTaskWhenTheUpdateIsForced() throws InterruptedException {
    Resource service = scene().create(scene().spec("web", scene().images().first()).replicas(2));
    scene().awaitRunning(service, 2);
    Set<ResourceId> before = ids(scene().running(service));

    scene().update(service, spec -> spec.forceUpdate(1));

    scene()
        .eventually(
            () ->
                assertThat(ids(scene().running(service)))
                    .hasSize(2)
                    .doesNotContainAnyElementsOf(before));
  }

  @Test
  default void runsOneTaskOfAGlobalServiceOnEachNode() throws InterruptedException {
    List<Node> ready = scene().engine().nodes().stream().filter(Node::isReady).toList();
    Resource service = scene().create(scene().spec("web", scene().images().first()).global());

    scene().awaitRunning(service, ready.size());

    assertThat(scene().running(service))
        .extracting(task -> task.node().orElseThrow())
        .containsExactlyInAnyOrderElementsOf(ready.stream().map(Node::id).toList());
    assertThat(scene().running(service)).allMatch(task -> task.slot().isEmpty());
  }

  @Test
  default void leavesNoTasksOfARemovedService() throws InterruptedException {
    Resource service = scene().create(scene().spec("web", scene().images().first()).replicas(2));
    scene().awaitRunning(service, 2);

    scene().engine().remove(scene().now(service));

    scene().eventually(() -> assertThat(tasksOfAll(service)).isEmpty());
    assertThatThrownBy(() -> scene().tasks(service)).isInstanceOf(NotFoundException.class);
  }

  private List<Task> tasksOfAll(Resource service) {
    return scene().engine().tasks(TaskQuery.all()).stream()
        .filter(task -> task.service().equals(service.id()))
        .toList();
  }

  @Test
  default void removesANetworkOnceTheTasksOnItAreGoing() throws InterruptedException {
    Resource network = scene().createNetwork("net");
    Resource service =
        scene().create(scene().spec("web", scene().images().first()).network(network));
    scene().awaitRunning(service, 1);

    scene().engine().remove(scene().now(service));

    scene().eventuallyRemoves(network);
    scene().engine().remove(network);
    scene()
        .eventually(
            () ->
                assertThat(scene().engine().list(ResourceKind.NETWORK, scene().mine())).isEmpty());
  }

  private static Set<ResourceId> ids(List<Task> tasks) {
    Set<ResourceId> ids = new HashSet<>();
    tasks.forEach(task -> ids.add(task.id()));
    return ids;
  }
}
