package dev.swarmha.deploy;

import static dev.swarmha.deploy.StackBuilder.stack;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.event.ProgressSink;
import dev.swarmha.deploy.node.LabelNode;
import dev.swarmha.deploy.node.LabelNode.LabelRequest;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.rotate.Rotate;
import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.testkit.ServiceSpecBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody else writes between the plan and its steps. */
final class MeanwhileTest {

  private static final String CHANGED =
      "service shop_web was changed by somebody else meanwhile; it becomes what was asked for here";

  private final DeployScene scene = new DeployScene();

  @BeforeEach
  void deploysTheFirstVersion() {
    scene.deploy(file("web:1"));
    scene.events.clear();
  }

  @Test
  void deploysOverWhatSomebodyElseHasChanged() {
    beforeTheUpdate(spec -> spec.image("web:3"));

    Outcome outcome = scene.deploy(file("web:2"));

    assertThat(outcome).isInstanceOf(Outcome.Deployed.class);
    assertThat(scene.swarm.service("shop_web").image()).isEqualTo("web:2");
    assertThat(notes()).containsExactly(CHANGED);
  }

  @Test
  void keepsTheCounterOfSomebodyWhoForcesARestart() {
    beforeTheUpdate(spec -> spec.forceUpdate(7));

    Outcome outcome = scene.deploy(file("web:2"));

    assertThat(outcome).isInstanceOf(Outcome.Deployed.class);
    assertThat(scene.swarm.service("shop_web").image()).isEqualTo("web:2");
    assertThat(scene.swarm.service("shop_web").spec().at("TaskTemplate", "ForceUpdate"))
        .contains(Document.number(7));
  }

  @Test
  void saysNothingWhereOnlyTheVersionHasMoved() {
    beforeTheUpdate(spec -> spec);

    Outcome outcome = scene.deploy(file("web:2"));

    assertThat(outcome).isInstanceOf(Outcome.Deployed.class);
    assertThat(scene.swarm.service("shop_web").image()).isEqualTo("web:2");
    assertThat(notes()).isEmpty();
  }

  @Test
  void updatesNothingThatIsAsItShouldBeByThen() {
    Resource before = web();
    scene.deploy(file("web:2"));
    ServiceSpecBuilder wanted = ServiceSpecBuilder.of(web());
    other().update(web(), before.spec(), WriteOptions.NONE);
    scene.swarm.advance(ofSeconds(30));
    scene.events.clear();
    beforeTheUpdate(spec -> wanted);
    scene.swarm.calls().clear();

    Outcome outcome = scene.deploy(file("web:2"));

    assertThat(outcome).isInstanceOf(Outcome.Deployed.class);
    assertThat(notes())
        .containsExactly(
            "service shop_web was changed by somebody else meanwhile, and is as it should be");
    assertThat(scene.swarm.calls().texts())
        .filteredOn("update service shop_web"::equals)
        .as("theirs, and ours that was refused")
        .hasSize(2);
  }

  @Test
  void makesAnewWhatSomebodyElseHasRemoved() {
    scene.swarm.beforeNextCall("update", () -> other().remove(web()));

    Outcome outcome = scene.deploy(file("web:2"));

    assertThat(outcome).isInstanceOf(Outcome.Deployed.class);
    assertThat(scene.swarm.service("shop_web").image()).isEqualTo("web:2");
  }

  @Test
  void takesOnWhatSomebodyElseHasMade() {
    Resource web = web();
    Selector configs = Selector.label("dev.swarmha.stack", "shop");
    other().remove(web);
    scene.swarm.beforeNextCall(
        "create",
        () ->
            scene.swarm.beforeNextCall(
                "create",
                () -> other().create(ResourceKind.SERVICE, web.spec(), WriteOptions.NONE)));

    Outcome outcome = scene.deploy(file("web:1"));

    assertThat(outcome).isInstanceOf(Outcome.Deployed.class);
    assertThat(other().list(ResourceKind.CONFIG, configs)).hasSize(2);
    assertThat(notes())
        .containsExactly(
            "service shop_web was changed by somebody else meanwhile, and is as it should be");
  }

  @Test
  void takesOnNoSecretWithOtherContent() {
    StackBuilder file = file("web:1").secret("shop_password", "hunter2");
    Mapping named = Mapping.of("Name", Document.text("shop_password"));
    WriteOptions theirs = WriteOptions.of(Payload.of(new byte[] {1}));
    scene.swarm.beforeNextCall(
        "create",
        () ->
            scene.swarm.beforeNextCall(
                "create", () -> other().create(ResourceKind.SECRET, named, theirs)));

    Outcome outcome = scene.run(Requests.of(file.build()).rotate(Rotate.NEVER));

    assertThat(outcome).isInstanceOf(Outcome.RolledBack.class);
    assertThat(outcome.reasons().get(0).message()).contains("already exists");
  }

  @Test
  void goesBackOverWhatSomebodyElseHasChanged() {
    scene.swarm.image("web:2").crashesAtOnce(1);
    scene.swarm.beforeNextCall("update", () -> beforeTheUpdate(spec -> spec.image("web:3")));

    Outcome outcome = scene.deploy(file("web:2"));

    assertThat(outcome).isInstanceOf(Outcome.RolledBack.class);
    assertThat(scene.swarm.service("shop_web").image()).isEqualTo("web:1");
    assertThat(notes()).contains(CHANGED);
  }

  @Test
  void givesUpOnSomebodyWhoIsAlwaysQuicker() {
    beforeEachUpdate(5);

    Outcome outcome = scene.deploy(file("web:2"));

    assertThat(outcome).isInstanceOf(Outcome.RolledBack.class);
    assertThat(outcome.reasons().get(0).message()).contains("update out of sequence");
  }

  @Test
  void leavesANodeAloneThatSomebodyElseHasChanged() throws InterruptedException {
    LabelNode labelNode =
        new LabelNode(scene.world().swarm(), scene.swarm.timeline(), ProgressSink.NONE);
    LabelRequest request = new LabelRequest("n2", Map.of("zone", "a"), Set.of());
    scene.swarm.beforeNextCall("update", () -> changeNode("active"));
    labelNode.run(request);
    scene.swarm.beforeNextCall("update", () -> changeNode("drain"));

    assertThat(node().labels()).containsEntry("zone", "a");
    assertThatThrownBy(() -> labelNode.run(new LabelRequest("n2", Map.of("zone", "b"), Set.of())))
        .isInstanceOf(EngineRefusedException.class)
        .hasMessageContaining("somebody else has changed it meanwhile");
    assertThat(node().availability()).isEqualTo(Node.Availability.DRAIN);
    assertThat(node().labels()).containsEntry("zone", "a");
  }

  private static StackBuilder file(String image) {
    return stack("shop").service("web", image);
  }

  /** Somebody else changes the service just before the next update reaches the Engine. */
  private void beforeTheUpdate(UnaryOperator<ServiceSpecBuilder> change) {
    scene.swarm.beforeNextCall(
        "update",
        () ->
            other()
                .update(
                    web(), change.apply(ServiceSpecBuilder.of(web())).build(), WriteOptions.NONE));
  }

  private void beforeEachUpdate(int times) {
    scene.swarm.beforeNextCall(
        "update",
        () -> {
          ServiceSpecBuilder theirs = ServiceSpecBuilder.of(web()).image("theirs:" + times);
          other().update(web(), theirs.build(), WriteOptions.NONE);
          if (times > 1) {
            beforeEachUpdate(times - 1);
          }
        });
  }

  private void changeNode(String availability) {
    Resource node = other().list(ResourceKind.NODE, Selector.names("n2")).get(0);
    other()
        .update(
            node,
            node.spec().withAt(DocumentPath.of("Availability"), Document.text(availability)),
            WriteOptions.NONE);
  }

  private Node node() {
    return other().nodes().stream()
        .filter(each -> each.hostname().equals("n2"))
        .findFirst()
        .orElseThrow();
  }

  private Resource web() {
    return scene.swarm.service("shop_web").resource();
  }

  private SwarmEngine other() {
    return scene.swarm.connection().swarm();
  }

  private List<String> notes() {
    return scene.events.stream()
        .filter(ProgressEvent.Noted.class::isInstance)
        .map(event -> ((ProgressEvent.Noted) event).message())
        .toList();
  }
}
