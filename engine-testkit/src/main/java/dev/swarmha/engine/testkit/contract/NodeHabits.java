package dev.swarmha.engine.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineInfo;
import dev.swarmha.engine.EngineInfo.Membership;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Node.Availability;
import dev.swarmha.engine.Node.Plugin;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.StaleVersionException;
import dev.swarmha.engine.SwarmMembership.JoinTokens;
import dev.swarmha.engine.SwarmSettings;
import dev.swarmha.engine.WriteOptions;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** How an Engine shows nodes and its own place among them. */
interface NodeHabits extends Habits {

  @Test
  default void knowsItsOwnPlaceInTheSwarm() {
    EngineInfo info = scene().engine().info();
    Node self = node(info.node().orElseThrow());

    assertThat(info.membership()).isEqualTo(Membership.MANAGER);
    assertThat(info.cluster()).isNotEmpty();
    assertThat(info.managers()).isNotEmpty();
    assertThat(info.error()).isEmpty();
    assertThat(self.hostname()).isEqualTo(info.hostname());
    assertThat(self.role()).isEqualTo(Node.Role.MANAGER);
    assertThat(self.managerStatus()).isPresent();
  }

  @Test
  default void showsEachNodeWithItsResources() {
    assertThat(scene().engine().nodes())
        .hasSizeGreaterThan(1)
        .allMatch(Node::isReady)
        .allMatch(node -> node.description().capacity().memoryBytes() > 0)
        .allMatch(node -> node.description().capacity().nanoCpus() > 0)
        .isSortedAccordingTo((a, b) -> a.hostname().compareTo(b.hostname()));
    assertThat(scene().engine().nodes()).filteredOn(Node::isLeader).hasSize(1);
  }

  @Test
  default void showsTheDriversOfEachNode() {
    assertThat(scene().engine().nodes())
        .allSatisfy(
            node ->
                assertThat(node.description().plugins())
                    .contains(
                        new Plugin("Log", "json-file"),
                        new Plugin("Network", "overlay"),
                        new Plugin("Volume", "local")));
  }

  @Test
  default void knowsTheContainersOfItsOwnNodeOnly() throws InterruptedException {
    ResourceId self = scene().engine().info().node().orElseThrow();
    Resource service = scene().create(scene().spec("web", scene().images().first()).global());
    scene().awaitRunning(service, scene().engine().nodes().size());

    assertThat(scene().running(service))
        .allSatisfy(
            task -> {
              String container = task.container().orElseThrow();
              assertThat(scene().connection().containers().find(container).isPresent())
                  .isEqualTo(task.node().orElseThrow().equals(self));
            });
  }

  @Test
  default void labelsANodeThroughItsSpec() throws InterruptedException {
    ResourceId last = lastNode().id();
    String key = scene().name("disk");

    change(last, spec -> spec.withAt(DocumentPath.of("Labels", key), Document.text("ssd")));
    String label = node(last).labels().getOrDefault(key, "(none)");
    change(last, spec -> spec.with("Labels", spec.mapping("Labels").without(key)));

    assertThat(label).isEqualTo("ssd");
    assertThat(node(last).labels()).doesNotContainKey(key);
  }

  @Test
  default void movesTheTasksOfADrainedNode() throws InterruptedException {
    Resource service = scene().create(scene().spec("web", scene().images().first()).replicas(2));
    scene().awaitRunning(service, 2);
    ResourceId last = lastNode().id();

    change(last, spec -> spec.with("Availability", Document.text("drain")));
    try {
      scene()
          .eventually(
              () ->
                  assertThat(scene().running(service))
                      .hasSize(2)
                      .noneMatch(task -> task.node().orElseThrow().equals(last)));
      assertThat(node(last).availability()).isEqualTo(Availability.DRAIN);
    } finally {
      change(last, spec -> spec.with("Availability", Document.text("active")));
    }
  }

  @Test
  default void keepsANodeThatIsNotDown() {
    Resource last = resource(lastNode().id());

    assertThatThrownBy(() -> scene().engine().remove(last))
        .isInstanceOf(EngineRefusedException.class)
        .hasMessageContaining("is not down and can't be removed");
  }

  @Test
  default void keepsAManagerEvenIfItIsToBeStruckOff() {
    ResourceId self = scene().engine().info().node().orElseThrow();

    assertThatThrownBy(() -> scene().connection().membership().strikeOff(self))
        .isInstanceOf(EngineRefusedException.class)
        .hasMessageContaining("is a cluster manager")
        .hasMessageContaining("must be demoted to worker before removal");
  }

  @Test
  default void countsANodeAsStruckOffThatWasNeverThere() {
    scene().connection().membership().strikeOff(new ResourceId("0123456789abcdefghijklmno"));
  }

  @Test
  default void hasNoUnlockKeyWhereItIsNotLocked() {
    assertThat(scene().connection().membership().unlockKey()).isEmpty();
  }

  @Test
  default void changesTheSettingsOfTheSwarm() {
    SwarmSettings before = scene().connection().membership().settings();
    DocumentPath limit = DocumentPath.of("Orchestration", "TaskHistoryRetentionLimit");

    scene()
        .connection()
        .membership()
        .change(before, before.spec().withAt(limit, Document.number(7)));
    SwarmSettings between = scene().connection().membership().settings();
    assertThatThrownBy(() -> scene().connection().membership().change(before, before.spec()))
        .isInstanceOf(StaleVersionException.class);
    scene().connection().membership().change(between, before.spec());

    assertThat(before.id()).isEqualTo(scene().engine().info().cluster().orElseThrow());
    assertThat(before.trustRoot()).startsWith("-----BEGIN CERTIFICATE-----");
    assertThat(before.addressPools()).isNotEmpty();
    assertThat(before.subnetSize()).isPositive();
    assertThat(between.spec().at(limit)).contains(Document.number(7));
    assertThat(scene().connection().membership().settings().spec()).isEqualTo(before.spec());
  }

  @Test
  default void replacesTheTokenOfOneRoleOnly() {
    JoinTokens before = scene().connection().membership().tokens();

    JoinTokens after = scene().connection().membership().rotateToken(Node.Role.WORKER);

    assertThat(after.worker()).startsWith("SWMTKN-1-").isNotEqualTo(before.worker());
    assertThat(after.manager()).isEqualTo(before.manager());
    assertThat(scene().connection().membership().tokens()).isEqualTo(after);
  }

  private Node lastNode() {
    return scene().engine().nodes().stream()
        .filter(node -> !node.isLeader())
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  private Node node(ResourceId id) {
    return scene().engine().nodes().stream()
        .filter(node -> node.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private Resource resource(ResourceId id) {
    return scene().engine().list(ResourceKind.NODE, Selector.all()).stream()
        .filter(found -> found.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private void change(ResourceId id, UnaryOperator<Mapping> change) throws InterruptedException {
    scene()
        .eventuallyWrites(
            () -> {
              Resource current = resource(id);
              scene().engine().update(current, change.apply(current.spec()), WriteOptions.NONE);
            });
  }
}
