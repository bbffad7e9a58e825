package dev.swarmha.deploy.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.deploy.event.ProgressSink;
import dev.swarmha.deploy.node.LabelNode.LabelRequest;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.testkit.InMemorySwarm;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LabelNodeTest {

  private final InMemorySwarm swarm = InMemorySwarm.withNodes("n1", "n2");
  private final LabelNode labelNode =
      new LabelNode(swarm.connection().swarm(), swarm.timeline(), ProgressSink.NONE);

  @Test
  void setsAndRemovesLabelsAndKeepsTheOthers() throws InterruptedException {
    labelNode.run(new LabelRequest("n2", Map.of("zone", "a", "disk", "ssd"), Set.of()));

    labelNode.run(new LabelRequest("n2", Map.of("database", "primary"), Set.of("disk")));

    assertThat(node("n2").labels()).isEqualTo(Map.of("zone", "a", "database", "primary"));
  }

  @Test
  void findsTheNodeByTheBeginningOfItsId() throws InterruptedException {
    String prefix = node("n1").id().value().substring(0, 20);

    labelNode.run(new LabelRequest(prefix, Map.of("zone", "a"), Set.of()));

    assertThat(node("n1").labels()).containsEntry("zone", "a");
  }

  @Test
  void writesNothingWhenTheLabelsAreThereAlready() throws InterruptedException {
    labelNode.run(new LabelRequest("n2", Map.of("zone", "a"), Set.of()));
    swarm.calls().clear();

    Outcome outcome = labelNode.run(new LabelRequest("n2", Map.of("zone", "a"), Set.of("none")));

    assertThat(outcome.summary()).contains("nothing to do");
    assertThat(swarm.calls().writes()).isEmpty();
  }

  @Test
  void namesTheNodesThatThereAreWhenNoneMatches() {
    assertThatThrownBy(() -> labelNode.run(new LabelRequest("n9", Map.of(), Set.of())))
        .isInstanceOf(NotFoundException.class)
        .hasMessage("there is no node \"n9\"; there are: n1, n2");
  }

  private Node node(String name) {
    return swarm.connection().swarm().nodes().stream()
        .filter(each -> each.hostname().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
