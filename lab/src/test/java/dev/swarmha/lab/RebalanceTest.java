package dev.swarmha.lab;

import static dev.swarmha.lab.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Lab
class RebalanceTest {

  private static final String WEB = "lab/src/test/resources/stacks/web.yml";

  @Test
  void spreadsAServiceOverANodeThatHasCome(LabSwarm lab) {
    deploy(lab, 4);
    lab.exec(
        "m1",
        "docker",
        "service",
        "create",
        "--detach",
        "--name=agent",
        "--mode=global",
        "busybox",
        "sleep",
        "1000");
    addNode(lab, "x1");
    eventually(
        () -> assertThat(Observed.of(lab).running("agent")).hasSize(4), Duration.ofSeconds(30));
    Long agent = Observed.of(lab).versions().get("agent");

    Finished rebalanced = lab.swarmha("rebalance", "--strategy", "force").expect(0);

    assertThat(rebalanced.out()).contains("agent is left alone");
    assertThat(Observed.of(lab).spread("site_web"))
        .isEqualTo(Map.of("m1", 1, "w1", 1, "w2", 1, "x1", 1));
    assertThat(Observed.of(lab).versions()).containsEntry("agent", agent);
  }

  @Test
  void movesNothingThatIsEvenAlready(LabSwarm lab) {
    deploy(lab, 3);
    Map<String, Long> before = Observed.of(lab).versions();

    lab.swarmha("rebalance", "site", "--strategy", "force").expect(0);

    assertThat(Observed.of(lab).versions()).isEqualTo(before);
  }

  private static void deploy(LabSwarm lab, int replicas) {
    lab.program()
        .with("WEB_REPLICAS", String.valueOf(replicas))
        .with("WEB_PARALLELISM", "2")
        .run("deploy", "-c", WEB, "site", "--stable-for", "1s")
        .expect(0);
  }

  private static void addNode(LabSwarm lab, String node) {
    lab.add(node);
    String token = lab.swarmha("token", "worker", "-q").expect(0).out().strip();
    lab.program(node).run("join", "--token", token, lab.address("m1") + ":2377").expect(0);
  }
}
