package dev.swarmha.lab.faults;

import static dev.swarmha.lab.faults.Scene.web;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.lab.Lab;
import dev.swarmha.lab.LabSwarm;
import dev.swarmha.lab.Running;

/** Deploys that do not come to their end. */
@Lab
class InterruptionTest {

  private static final String GOOD = web("swarmha/web:1");

  @Fault("Ctrl-C")
  void tellsHowThingsStandWhenItIsInterrupted(LabSwarm lab) {
    Scene scene = new Scene(lab).given(GOOD);
    Running deploy = scene.start(web("swarmha/web:slower"));
    scene.awaitSpec("shop_web", "swarmha/web:slower");

    deploy.interrupt();

    Scene.Result result = new Scene.Result(deploy.await()).ended(130, "interrupted");
    assertThat(result.finished().result().path("message").asText())
        .contains("stack shop", "swarmha status shop");
    scene.deploy(GOOD, "--stable-for", "1s").ended(0, "deployed");
    scene.assertAsBefore();
  }
}
