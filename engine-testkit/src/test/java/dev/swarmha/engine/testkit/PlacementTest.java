package dev.swarmha.engine.testkit;

import static dev.swarmha.engine.testkit.ServiceSpecBuilder.service;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskState;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlacementTest {

  private final Fixture three = Fixture.withNodes("n1", "n2", "n3");

  @Test
  void spreadsReplicasOverTheNodes() {
    ServiceView web = three.start(service("web", "web:1").replicas(6));

    assertThat(web.runningByNode()).isEqualTo(Map.of("n1", 2, "n2", 2, "n3", 2));
  }

  @Test
  void prefersTheNodeWithFewestTasksOfAnyService() {
    three.start(service("web", "web:1").replicas(2));

    ServiceView api = three.start(service("api", "api:1"));

    assertThat(api.runningByNode()).containsOnlyKeys("n3");
  }

  @Test
  void spreadsOverTheValuesOfALabelFirst() {
    Fixture zones =
        new Fixture(
            InMemorySwarm.builder()
                .manager("n1", machine -> machine.label("zone", "a"))
                .worker("n2", machine -> machine.label("zone", "a"))
                .worker("n3", machine -> machine.label("zone", "b"))
                .build());
    Mapping spread =
        Mapping.of("Spread", Mapping.of("SpreadDescriptor", Document.text("node.labels.zone")));
    DocumentPath preferences = DocumentPath.of("TaskTemplate", "Placement", "Preferences");

    ServiceView web =
        zones.start(service("web", "web:1").replicas(4).with(preferences, Sequence.of(spread)));

    assertThat(web.runningByNode()).isEqualTo(Map.of("n1", 1, "n2", 1, "n3", 2));
  }

  @Test
  void tellsTheMostFrequentReasonFirst() {
    three.setAvailability("n3", "drain");

    ServiceView web = three.start(service("web", "web:1").constraint("node.hostname==nowhere"));

    assertThat(three.errors(web))
        .containsExactly(
            "no suitable node (scheduling constraints not satisfied on 2 nodes; 1 node not"
                + " available for new tasks)");
  }

  @Test
  void placesAPendingTaskWhenANodeComesToSatisfyIt() {
    ServiceView web = three.start(service("web", "web:1").constraint("node.labels.disk==ssd"));

    three.changeNode("n2", spec -> spec.with("Labels", Mapping.ofTexts(Map.of("disk", "SSD"))));
    three.swarm().advance(ofSeconds(2));

    assertThat(web.runningByNode()).containsOnlyKeys("n2");
  }

  @Test
  void holdsReservedMemoryUntilTheTaskHasStopped() {
    Fixture small =
        new Fixture(
            InMemorySwarm.builder().manager("n1", machine -> machine.memory(100L << 20)).build());
    small.swarm().image("big:1").stopsAfter(ofSeconds(10));
    ServiceView big = small.start(service("big", "big:1").reserve(0, 60L << 20));
    ServiceView other = small.start(service("other", "other:1").reserve(0, 60L << 20));

    assertThat(small.errors(other))
        .containsExactly("no suitable node (insufficient resources on 1 node)");

    small.engine().remove(big.resource());
    small.swarm().advance(ofSeconds(5));
    assertThat(other.running()).isZero();
    small.swarm().advance(ofSeconds(8));
    assertThat(other.running()).isEqualTo(1);
  }

  @Test
  void movesTheTasksOfADrainedNodeAtOnceAndKeepsThoseOfAPausedOne() {
    ServiceView web = three.start(service("web", "web:1").replicas(3));
    ServiceView agent = three.start(service("agent", "agent:1").global());

    three.setAvailability("n2", "drain");
    three.setAvailability("n3", "pause");
    three.swarm().advance(ofSeconds(3));

    assertThat(web.runningByNode()).isEqualTo(Map.of("n1", 2, "n3", 1));
    assertThat(agent.runningByNode()).isEqualTo(Map.of("n1", 1, "n3", 1));
  }

  @Test
  void movesTasksWhoseNodeNoLongerSatisfiesThem() {
    three.changeNode("n2", spec -> spec.with("Labels", Mapping.ofTexts(Map.of("disk", "ssd"))));
    ServiceView web = three.start(service("web", "web:1").constraint("node.labels.disk==ssd"));

    three.changeNode("n2", spec -> spec.with("Labels", Mapping.empty()));
    three.swarm().advance(ofSeconds(8));

    assertThat(web.running()).isZero();
    assertThat(three.errors(web))
        .contains(
            "assigned node no longer meets constraints",
            "no suitable node (scheduling constraints not satisfied on 3 nodes)");
  }

  @Test
  void replacesTheTasksOfANodeThatGoesDownAndLetsTheOldOnesLookAsIfTheyRan() {
    ServiceView web = three.start(service("web", "web:1").replicas(3));

    three.swarm().node("n2").goesDown();
    three.swarm().advance(ofSeconds(5));
    assertThat(three.engine().nodes()).hasSize(3).allMatch(Node::isReady);
    three.swarm().advance(ofSeconds(30));

    assertThat(web.running()).isEqualTo(3);
    assertThat(web.runningByNode()).containsOnlyKeys("n1", "n3");
    assertThat(three.engine().nodes()).filteredOn(node -> !node.isReady()).hasSize(1);
    assertThat(web.tasks())
        .filteredOn(task -> task.state() == TaskState.RUNNING)
        .as("the lost one too, since nobody has said otherwise")
        .hasSize(4);
  }

  @Test
  void leavesNewWorkAwayFromANodeThatComesBack() {
    ServiceView web = three.start(service("web", "web:1").replicas(3));
    three.swarm().node("n2").goesDown();
    three.swarm().advance(Duration.ofSeconds(30));

    three.swarm().node("n2").comesBack();
    three.swarm().advance(Duration.ofSeconds(10));

    assertThat(three.engine().nodes()).hasSize(3).allMatch(Node::isReady);
    assertThat(web.runningByNode()).containsOnlyKeys("n1", "n3");
    assertThat(web.tasks()).filteredOn(Task::isRunning).hasSize(3);
    assertThat(web.tasks()).filteredOn(task -> task.state() == TaskState.RUNNING).hasSize(3);
  }
}
