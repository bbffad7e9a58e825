package dev.swarmha.lab.faults;

import static dev.swarmha.lab.faults.Scene.web;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.lab.Lab;
import dev.swarmha.lab.LabSwarm;
import java.util.Map;

/** Services that are to end, to run everywhere, or not to run at all. */
@Lab
class ModesTest {

  private static final String GOOD = web("swarmha/web:1");

  @Fault("one-shot service")
  void isContentWithAServiceThatIsToRunOnce(LabSwarm lab) {
    Scene scene = new Scene(lab);
    String once =
        """
        services:
          work:
            image: swarmha/job:ok
            deploy: {restart_policy: {condition: none}}
        """;

    scene.deploy(once, "--stable-for", "30s").ended(0, "deployed");

    assertThat(scene.observed().running("shop_work")).isEmpty();
  }

  @Fault("job that fails")
  void goesBackWhenAJobFails(LabSwarm lab) {
    Scene scene = new Scene(lab).given(GOOD);
    String job =
        """
          work:
            image: swarmha/job:fail
            deploy: {mode: replicated-job, restart_policy: {condition: none}}
        """;

    Scene.Result result = scene.deploy(web("swarmha/web:2") + job);

    result.ended(4, "rolled-back").because("work", "non-zero exit (1)");
    assertThat(result.finished().result().path("reasons").findValues("logTail").toString())
        .contains("out of paper");
    scene.assertAsBefore();
  }

  @Fault("global service with a drained and a dead node")
  void waitsForNoNodeThatCannotRunTasks(LabSwarm lab) {
    lab.setAvailability("w1", "drain");
    lab.kill("w2");
    Scene scene = new Scene(lab);
    String everywhere =
        """
        services:
          web:
            image: swarmha/web:1
            deploy: {mode: global, endpoint_mode: dnsrr}
        """;

    scene.deploy(everywhere, "--stable-for", "1s").ended(0, "deployed");

    assertThat(scene.observed().spread("shop_web")).isEqualTo(Map.of("m1", 1));
  }

  @Fault("replicas 0")
  void isContentWithNoTaskWhereNoneIsWanted(LabSwarm lab) {
    Scene scene = new Scene(lab).given(GOOD);

    scene
        .deploy(GOOD.replace("replicas: 2", "replicas: 0"), "--stable-for", "1s")
        .ended(0, "deployed");

    assertThat(scene.observed().running("shop_web")).isEmpty();
  }

  @Fault("unchanged deploy")
  void touchesNothingWhenNothingHasChanged(LabSwarm lab) {
    Scene scene = new Scene(lab).given(GOOD);
    Map<String, Long> versions = scene.observed().versions();

    scene.deploy(GOOD, "--stable-for", "1s").ended(0, "unchanged");

    assertThat(scene.observed().versions()).isEqualTo(versions);
    scene.assertAsBefore();
  }
}
