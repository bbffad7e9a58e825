package dev.swarmha.lab.faults;

import static dev.swarmha.lab.faults.Scene.web;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.lab.Lab;
import dev.swarmha.lab.LabSwarm;

/** Services that run, and do not answer. */
@Lab
class HealthFaultsTest {

  private static final String GOOD = web("swarmha/web:1");

  @Fault("health URL never answers")
  void goesBackWhenNobodyAnswers(LabSwarm lab) {
    Scene scene = new Scene(lab).given(GOOD);
    String nobody = "http://" + lab.address("w1") + ":9/health";

    Scene.Result result =
        scene.deploy(
            web("swarmha/web:2"),
            "--stable-for=1s",
            "--health=" + nobody,
            "--health-retries=3",
            "--health-interval=1s");

    result.ended(4, "rolled-back");
    assertThat(result.finished().result().path("reasons").toString()).contains(nobody, "refused");
    scene.assertAsBefore();
  }
}
