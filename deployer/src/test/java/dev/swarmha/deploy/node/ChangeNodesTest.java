package dev.swarmha.deploy.node;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Node.Availability;
import dev.swarmha.engine.Node.Role;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.testkit.InMemorySwarm;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nodes whose part in the swarm changes, and those that go for good. */
final class ChangeNodesTest {

  private final InMemorySwarm swarm =
      InMemorySwarm.builder().manager("m1").manager("m2").manager("m3").worker("w1").build();
  private final List<String> notes = new ArrayList<>();

  @Test
  void promotesAndDemotes() throws InterruptedException {
    assertThat(change(NodeChange.PROMOTE, "w1")).isEqualTo("w1 promoted");
    assertThat(node("w1").role()).isEqualTo(Role.MANAGER);

    assertThat(change(NodeChange.DEMOTE, "w1", "m3")).isEqualTo("w1, m3 demoted");

    assertThat(node("w1").role()).isEqualTo(Role.WORKER);
    assertThat(node("m3").role()).isEqualTo(Role.WORKER);
    assertThat(notes).containsExactly("2 managers are left; none of them may fail");
  }

  @Test
  void pausesAndActivatesAndKeepsTheRestOfTheSpec() throws InterruptedException {
    swarm
        .connection()
        .swarm()
        .update(
            swarm.find(ResourceKind.NODE, "w1").orElseThrow(),
            swarm
                .find(ResourceKind.NODE, "w1")
                .orElseThrow()
                .spec()
                .withAt(DocumentPath.of("Labels", "zone"), Document.text("a")),
            WriteOptions.NONE);

    assertThat(change(NodeChange.PAUSE, "w1")).isEqualTo("w1 paused");
    assertThat(node("w1").availability()).isEqualTo(Availability.PAUSE);
    assertThat(change(NodeChange.ACTIVATE, "w1")).isEqualTo("w1 activated");

    assertThat(node("w1").availability()).isEqualTo(Availability.ACTIVE);
    assertThat(node("w1").labels()).containsEntry("zone", "a");
  }

  @Test
  void writesNothingWhereNodesAreSoAlready() throws InterruptedException {
    assertThat(change(NodeChange.ACTIVATE, "w1")).isEqualTo("nothing to do");
    assertThat(change(NodeChange.PROMOTE, "m1", "m2")).isEqualTo("nothing to do");

    assertThat(notes)
        .containsExactly(
            "w1 is active already", "m1 is a manager already", "m2 is a manager already");
    assertThat(swarm.calls().writes()).isEmpty();
  }

  @Test
  void keepsTheQuorum() throws InterruptedException {
    swarm.node("m3").goesDown();
    swarm.advance(ofSeconds(60));

    assertThatThrownBy(() -> change(NodeChange.DEMOTE, "m2"))
        .isInstanceOf(EngineRefusedException.class)
        .hasMessage(
            "cannot demote m2: the swarm would lose its quorum: of the 2 managers left only 1 could"
                + " be reached, and it takes 2; bring the others back, or promote another node"
                + " first: swarmha node promote NODE");
    assertThat(node("m2").role()).isEqualTo(Role.MANAGER);
    assertThat(change(NodeChange.DEMOTE, "m3")).isEqualTo("m3 demoted");
  }

  @Test
  void keepsTheLastManager() {
    assertThatThrownBy(() -> change(NodeChange.DEMOTE, "m1", "m2", "m3"))
        .hasMessageStartingWith(
            "cannot demote m1, m2, m3: no manager would be left, and a swarm needs one");
  }

  @Test
  void leavesTheQuorumToTheEngineWhereItIsToldTo() {
    swarm.node("m3").goesDown();
    swarm.advance(ofSeconds(60));
    ChangeNodes nodes = new ChangeNodes(swarm.connection().swarm(), swarm.timeline(), this::on);

    assertThatThrownBy(() -> nodes.run(NodeChange.DEMOTE, List.of("m2"), true))
        .isInstanceOf(EngineRefusedException.class)
        .hasMessageContaining("this would result in a loss of quorum");
  }

  @Test
  void removesANodeThatIsDown() throws InterruptedException {
    swarm.node("w1").goesDown();
    swarm.advance(ofSeconds(60));

    assertThat(remove(false, "w1")).isEqualTo("w1 removed");

    assertThat(swarm.names(ResourceKind.NODE)).containsExactly("m1", "m2", "m3");
  }

  @Test
  void removesANodeThatIsUpByForceOnly() throws InterruptedException {
    assertThatThrownBy(() -> remove(false, "w1"))
        .isInstanceOf(EngineRefusedException.class)
        .hasMessageStartingWith("cannot remove w1: it is up");
    assertThat(swarm.calls().writes()).isEmpty();

    assertThat(remove(true, "w1")).isEqualTo("w1 removed");

    assertThat(swarm.names(ResourceKind.NODE)).containsExactly("m1", "m2", "m3");
  }

  @Test
  void removesManagersByForceOnlyAndSaysHowManyAreLeft() throws InterruptedException {
    swarm.node("m3").goesDown();
    swarm.advance(ofSeconds(60));

    assertThatThrownBy(() -> remove(false, "m3"))
        .hasMessage(
            "cannot remove m3: it is a manager; without: 2 managers are left; none of them may"
                + " fail; demote first: swarmha node demote m3, or do both with --force");
    assertThatThrownBy(() -> remove(false, "m2")).hasMessageContaining("would lose its quorum");

    assertThat(remove(true, "m3")).isEqualTo("m3 removed");

    assertThat(swarm.names(ResourceKind.NODE)).containsExactly("m1", "m2", "w1");
  }

  private String change(NodeChange change, String... nodes) throws InterruptedException {
    return new ChangeNodes(swarm.connection().swarm(), swarm.timeline(), this::on)
        .run(change, List.of(nodes), false)
        .summary();
  }

  private String remove(boolean force, String... nodes) throws InterruptedException {
    return new RemoveNodes(swarm.connection(), swarm.timeline(), this::on)
        .run(List.of(nodes), force)
        .summary();
  }

  private void on(ProgressEvent event) {
    if (event instanceof ProgressEvent.Noted noted) {
      notes.add(noted.message());
    }
  }

  private Node node(String name) {
    return swarm.connection().swarm().nodes().stream()
        .filter(each -> each.hostname().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
