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

  @Fault("health URL answers, then stops")
  void goesBackWhenAServiceAnswersAndThenStops(LabSwarm lab) {
    Scene scene = new Scene(lab).given(published("swarmha/web:1"));

    Scene.Result result = scene.deploy(published("swarmha/web:fades"), "--stable-for=8s");

    result
        .ended(4, "rolled-back")
        .because("web", ":8080/health: HTTP 503, after 3 tries; it had answered before");
    assertThat(result.finished().result().path("health").findValuesAsText("address"))
        .isNotEmpty()
        .allMatch(address -> address.endsWith(":8080/health"));
    scene.assertAsBefore();
  }

  /** The service with a port of the nodes, which has to answer. */
  private static String published(String image) {
    return web(image)
        + """
            ports: [{target: 8080, published: 8080, mode: host}]
            x-swarmha:
              health:
                - {port: 8080, path: /health, retries: 3, interval: 500ms, timeout: 2s}
        """;
  }
}
