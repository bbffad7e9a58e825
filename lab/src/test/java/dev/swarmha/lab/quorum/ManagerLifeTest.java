package dev.swarmha.lab.quorum;

import static dev.swarmha.lab.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.engine.Node;
import dev.swarmha.engine.Node.ManagerStatus;
import dev.swarmha.lab.Finished;
import dev.swarmha.lab.Lab;
import dev.swarmha.lab.LabSwarm;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Nodes that become managers and cease to be some. With a single manager beside them, each hiccup
 * of theirs would cost the quorum.
 */
@Lab(managers = 3, workers = 2)
class ManagerLifeTest {

  /** An election alone can take half of it. */
  private static final Duration SOON = Duration.ofSeconds(60);

  @Test
  void promotesANodeAndDemotesItButNeverTheLastManager(LabSwarm lab) {
    lab.swarmha("node", "promote", "w1").expect(0);
    eventually(() -> assertThat(isReachableManager(lab, "w1")).isTrue(), SOON);

    Finished refused = lab.swarmha("node", "demote", "m1", "m2", "m3", "w1").expect(1);
    lab.swarmha("node", "demote", "w1").expect(0);

    assertThat(refused.err()).contains("no manager would be left");
    eventually(() -> assertThat(find(lab, "w1").flatMap(Node::managerStatus)).isEmpty(), SOON);
    assertThat(isReachableManager(lab, "m2")).isTrue();
  }

  @Test
  void removesAManagerByForce(LabSwarm lab) {
    lab.add("x1");
    String token = lab.swarmha("token", "manager", "-q").expect(0).out().strip();
    // Where the Engine does not manage it within 20 s, it says so and goes on trying.
    lab.program("x1").run("join", "--token", token, lab.address("m1") + ":2377");
    eventually(() -> assertThat(isReachableManager(lab, "x1")).isTrue(), SOON);

    lab.swarmha("node", "rm", "x1").expect(1);
    lab.swarmha("node", "rm", "x1", "--force").expect(0);

    assertThat(find(lab, "x1")).isEmpty();
  }

  private static boolean isReachableManager(LabSwarm lab, String hostname) {
    return find(lab, hostname)
        .flatMap(Node::managerStatus)
        .filter(ManagerStatus::reachable)
        .isPresent();
  }

  private static Optional<Node> find(LabSwarm lab, String hostname) {
    return lab.swarm().nodes().stream()
        .filter(node -> node.hostname().equals(hostname))
        .findFirst();
  }
}
