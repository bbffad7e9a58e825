package dev.swarmha.lab;

import static dev.swarmha.lab.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Node.Availability;
import dev.swarmha.engine.Node.NodeState;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Nodes whose part in the swarm changes, and those that go for good. */
@Lab
class NodeLifeTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  @Test
  void pausesANodeAndActivatesItAgain(LabSwarm lab) {
    lab.swarmha("node", "pause", "w1").expect(0);
    Availability paused = node(lab, "w1").availability();
    JsonNode inspected = lab.swarmha("node", "inspect", "w1", "-o", "json").expect(0).json();
    lab.swarmha("node", "activate", "w1").expect(0);

    assertThat(paused).isEqualTo(Availability.PAUSE);
    assertThat(inspected.path("availability").asText()).isEqualTo("pause");
    assertThat(inspected.path("address").asText()).isEqualTo(lab.address("w1"));
    assertThat(node(lab, "w1").availability()).isEqualTo(Availability.ACTIVE);
  }

  @Test
  void removesANodeThatIsDownAndKeepsThoseThatAreUp(LabSwarm lab) {
    lab.add("x1");
    String token = lab.swarmha("token", "worker", "-q").expect(0).out().strip();
    lab.program("x1").run("join", "--token", token, lab.address("m1") + ":2377").expect(0);

    Finished refused = lab.swarmha("node", "rm", "x1").expect(1);
    lab.kill("x1");
    eventually(() -> assertThat(node(lab, "x1").state()).isEqualTo(NodeState.DOWN), SOON);
    lab.swarmha("node", "rm", "x1").expect(0);

    assertThat(refused.err()).contains("it is up");
    assertThat(find(lab, "x1")).isEmpty();
  }

  private static Node node(LabSwarm lab, String hostname) {
    return find(lab, hostname).orElseThrow(() -> new AssertionError("no node " + hostname));
  }

  private static Optional<Node> find(LabSwarm lab, String hostname) {
    return lab.swarm().nodes().stream()
        .filter(node -> node.hostname().equals(hostname))
        .findFirst();
  }
}
