package dev.swarmha.lab.quorum;

import static dev.swarmha.lab.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.engine.Task;
import dev.swarmha.lab.Finished;
import dev.swarmha.lab.Lab;
import dev.swarmha.lab.LabSwarm;
import dev.swarmha.lab.Observed;
import dev.swarmha.lab.Running;
import dev.swarmha.lab.faults.Fault;
import java.time.Duration;

/** What becomes of a deploy when the only manager goes away for a moment. */
@Lab
class OnlyManagerTest {

  private static final String STACK = "lab/src/test/resources/stacks/rollout.yml";

  @Fault("the only manager restarted in mid-wait")
  void deploysThoughTheOnlyManagerRestartsWhileItWaits(LabSwarm lab) {
    Running deploy = startRollout(lab);

    lab.kill("m1");
    lab.start("m1");

    assertDeployed(lab, deploy.await());
  }

  @Fault("the only manager stays away")
  void saysThatTheOnlyManagerStaysAway(LabSwarm lab) {
    Running deploy = startRollout(lab);

    lab.kill("m1");

    Finished finished = deploy.await().expect(1);
    assertThat(finished.result().path("outcome").asText()).isEqualTo("failed");
    assertThat(finished.err()).contains(lab.endpoint("m1"));
  }

  private static Running startRollout(LabSwarm lab) {
    Running deploy =
        lab.program()
            .with("WEB_IMAGE", "swarmha/web:slow")
            .start("deploy", "-c", STACK, "site", "--progress", "json");
    eventually(
        () -> assertThat(deploy.out()).contains("\"state\":\"starting\""), Duration.ofSeconds(60));
    return deploy;
  }

  private static void assertDeployed(LabSwarm lab, Finished deploy) {
    assertThat(deploy.expect(0).result().path("outcome").asText()).isEqualTo("deployed");
    assertThat(Observed.of(lab).running("site_web"))
        .hasSize(2)
        .extracting(Task::image)
        .allMatch(image -> image.startsWith("swarmha/web:slow@sha256:"));
  }
}
