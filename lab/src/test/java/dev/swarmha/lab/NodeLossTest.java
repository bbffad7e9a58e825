package dev.swarmha.lab;

import static dev.swarmha.lab.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.engine.TaskQuery;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Lab
class NodeLossTest {

  private static final String WEB = "lab/src/test/resources/stacks/web.yml";

  @Test
  void endsADeployTruthfullyWhenAWorkerDiesMeanwhile(LabSwarm lab) {
    Running deploy =
        lab.program()
            .with("WEB_IMAGE", "swarmha/web:slow")
            .with("WEB_REPLICAS", "4")
            .start("deploy", "-c", WEB, "site", "--progress", "json");
    eventually(
        () -> assertThat(lab.swarm().tasks(TaskQuery.all())).isNotEmpty(), Duration.ofSeconds(30));

    lab.kill("w2");

    Finished finished = deploy.await();
    if (finished.exitCode() == 0) {
      assertThat(Observed.of(lab).spread("site_web")).isEqualTo(Map.of("m1", 2, "w1", 2));
    } else {
      assertThat(finished.expect(4).result().path("reasons")).isNotEmpty();
      Observed.of(lab).assertNothingDeployed();
    }
  }
}
