package dev.swarmha.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@Lab
class HealthTest {

  @Test
  void asksUntilTheServiceAnswers(LabSwarm lab) {
    publish(lab, "swarmha/web:slow");

    Finished finished = health(lab, "http://" + lab.address("w1") + ":8080/health", "60s");

    assertThat(finished.expect(0).result().path("outcome").asText()).isEqualTo("done");
    assertThat(finished.events("probe").get(0).path("passed").asBoolean()).isFalse();
  }

  @Test
  void givesUpWhenTimeRunsOut(LabSwarm lab) {
    String nobody = "http://" + lab.address("w1") + ":8080/health";

    Finished finished = health(lab, nobody, "3s").expect(6);

    assertThat(finished.result().path("outcome").asText()).isEqualTo("timed-out");
    assertThat(finished.result().path("reasons").toString()).contains(nobody);
  }

  @Test
  void takesNoAnswerButASuccess(LabSwarm lab) {
    publish(lab, "swarmha/web:1");
    String missing = "http://" + lab.address("w1") + ":8080/missing";

    Finished finished = health(lab, missing, "5s").expect(6);

    assertThat(finished.result().path("reasons").toString()).contains("404");
  }

  private static Finished health(LabSwarm lab, String url, String timeout) {
    return lab.swarmha("health", "--url", url, "--timeout", timeout, "--progress", "json");
  }

  private static void publish(LabSwarm lab, String image) {
    lab.exec(
        "m1",
        "docker",
        "service",
        "create",
        "--detach",
        "--name=web",
        "--constraint=node.hostname==w1",
        "--endpoint-mode=dnsrr",
        "--publish=mode=host,published=8080,target=8080",
        image);
  }
}
