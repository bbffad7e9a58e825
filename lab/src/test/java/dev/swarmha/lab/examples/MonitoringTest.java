package dev.swarmha.lab.examples;

import static dev.swarmha.lab.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.lab.Lab;
import dev.swarmha.lab.LabSwarm;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A real Prometheus knows every node of the swarm, and says when one is lost. */
@Lab
class MonitoringTest {

  private static final Duration SOON = Duration.ofMinutes(4);

  @Test
  void seesEveryNodeAndAlertsWhenOneIsLost(LabSwarm lab) {
    Example example =
        Example.of(
            lab,
            "monitoring",
            "debian/prometheus:12",
            "debian/alertmanager:12",
            "debian/node-exporter:12");
    lab.swarmha("node", "label", "m1", "monitoring=true").expect(0);
    lab.program()
        .reading("only for this test")
        .run("secret", "create", "grafana_password", "-")
        .expect(0);
    example.deploy("monitoring").expect(0);

    String rules =
        "cd /etc/prometheus && promtool check rules alerts.yml && promtool test rules"
            + " alerts.test.yml";
    assertThat(example.exec("m1", "monitoring_prometheus", "sh", "-c", rules))
        .contains("SUCCESS: 7 rules");
    for (String node : lab.nodes()) {
      eventually(
          () ->
              assertThat(value(lab, "up%7Bjob=%22node%22,instance=%22" + node + "%22%7D"))
                  .endsWith("\"1\"]}]}}"),
          SOON);
    }
    lab.powerOff("w2");
    eventually(
        () ->
            assertThat(ask(lab, "/api/v1/alerts"))
                .contains("Node w2 (worker) does not answer", "\"firing\""),
        SOON);
  }

  private static String value(LabSwarm lab, String query) {
    return ask(lab, "/api/v1/query?query=" + query);
  }

  private static String ask(LabSwarm lab, String path) {
    try {
      return SteadyClient.ask(lab.address("m1"), 9090, path).strip();
    } catch (IOException notYet) {
      throw new AssertionError("Prometheus does not answer: " + notYet.getMessage(), notYet);
    }
  }
}
