package dev.swarmha.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
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

  @Test
  void takesAnOpenPortForHealthy(LabSwarm lab) {
    publish(lab, "swarmha/web:1");

    health(lab, "tcp://" + lab.address("w1") + ":8080", "60s").expect(0);
  }

  @Test
  void asksTheStacksOwnChecksOnEachNode(LabSwarm lab) {
    Finished deployed = deploy(lab, "swarmha/web:1", "w1", "w2").expect(0);
    assertThat(addresses(deployed))
        .containsExactlyInAnyOrder(address(lab, "w1"), address(lab, "w2"));

    Finished asked = lab.swarmha("health", "shop", "--progress", "json").expect(0);
    assertThat(addresses(asked)).containsExactlyInAnyOrder(address(lab, "w1"), address(lab, "w2"));
  }

  /** The only task is stopped before its successor is started, since the port is free only then. */
  @Test
  void tellsWhatAnUpdateHasDroppedThoughItEndsWell(LabSwarm lab) {
    deploy(lab, "swarmha/web:1", "w1").expect(0);

    Finished update = deploy(lab, "swarmha/web:2", "w1").expect(0);

    JsonNode numbers = update.result().path("health").get(0);
    assertThat(numbers.path("dropped").asInt()).isPositive();
    assertThat(numbers.path("tries").asInt()).isGreaterThan(numbers.path("failures").asInt());
    assertThat(numbers.path("passed").asBoolean()).isTrue();
  }

  /** A service with one task on each of these nodes. */
  private static Finished deploy(LabSwarm lab, String image, String... nodes) {
    List.of(nodes).forEach(node -> lab.swarmha("node", "label", node, "web=yes").expect(0));
    String file =
        """
        services:
          web:
            image: %s
            ports: [{target: 8080, published: 8080, mode: host}]
            deploy:
              mode: global
              endpoint_mode: dnsrr
              placement: {constraints: [node.labels.web == yes]}
              update_config: {monitor: 1s}
            x-swarmha:
              health: [{port: 8080, path: /health, interval: 200ms, timeout: 2s}]
        """
            .formatted(image);
    return lab.program()
        .reading(file)
        .run("deploy", "-c", "-", "shop", "--stable-for", "1s", "--progress", "json");
  }

  private static String address(LabSwarm lab, String node) {
    return "http://" + lab.address(node) + ":8080/health";
  }

  private static List<String> addresses(Finished finished) {
    return finished.result().path("health").findValuesAsText("address");
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
