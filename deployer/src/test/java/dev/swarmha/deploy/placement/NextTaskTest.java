package dev.swarmha.deploy.placement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Node.Availability;
import dev.swarmha.engine.Node.NodeState;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.testkit.ServiceSpecBuilder;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class NextTaskTest {

  private final Scene scene =
      new Scene()
          .with(Scene.node("n1"), Scene.node("n2"), Scene.node("n3"))
          .with(Scene.node("n4", NodeState.READY, Availability.DRAIN));

  @Test
  void saysWhyEachOtherNodeIsPassedOver() {
    scene.service(ServiceSpecBuilder.service("web", "web:1"));
    scene.service(ServiceSpecBuilder.service("other", "web:1"));
    scene.task("web", 1, "n1");
    scene.task("other", 1, "n2");

    NextTask next = next();

    assertThat(next.allowed()).extracting(Node::hostname).containsExactly("n3");
    assertThat(words(next))
        .isEqualTo(
            Map.of(
                "n1", "it has 1 of its tasks, n3 has 0",
                "n2", "it has 1 tasks in all, n3 has 0",
                "n4", "its availability is drain"));
  }

  @Test
  void namesEveryNodeThatChanceMayTake() {
    scene.service(ServiceSpecBuilder.service("web", "web:1"));

    assertThat(next().allowed()).extracting(Node::hostname).containsExactly("n1", "n2", "n3");
  }

  @Test
  void namesTheValuesOfAPreference() {
    Mapping spread =
        Mapping.builder()
            .put("Spread", Mapping.builder().put("SpreadDescriptor", "engine.labels.disk").build())
            .build();
    scene.with(Scene.node("n5", NodeState.READY, Availability.ACTIVE));
    scene.service(
        ServiceSpecBuilder.service("web", "web:1")
            .with(
                DocumentPath.of("TaskTemplate", "Placement", "Preferences"), Sequence.of(spread)));

    assertThat(next().allowed()).hasSize(4);
    assertThat(SpreadPreferences.of(service().spec()).branchOf(Scene.node("n1")))
        .containsExactly("ssd");
  }

  @Test
  void allowsNoNodeWhereNoneSuits() {
    scene.service(ServiceSpecBuilder.service("web", "web:1").constraint("node.labels.zone==x"));

    NextTask next = next();

    assertThat(next.allowed()).isEmpty();
    assertThat(words(next)).containsEntry("n1", "label zone is a, wanted x");
  }

  private NextTask next() {
    return NextTask.of(service(), NodeLoads.of(scene.snapshot()));
  }

  private Resource service() {
    Snapshot snapshot = scene.snapshot();
    return snapshot.find(ResourceKind.SERVICE, "web").orElseThrow();
  }

  private static Map<String, String> words(NextTask next) {
    Map<String, String> words = new TreeMap<>();
    next.others().forEach((node, why) -> words.put(node.hostname(), why));
    return words;
  }
}
