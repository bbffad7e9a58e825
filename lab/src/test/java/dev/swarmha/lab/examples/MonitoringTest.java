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
    example.tour();
    String rules =
        "cd /etc/prometheus && promtool check rules alerts.yml && promtool test rules"
            + " alerts.test.yml";
    assertThat(example.exec("m1", "monitoring_prometheus", "sh", "-c", rules))
        .contains("SUCCESS: 7 rules");
    lab.powerOff("w2");
    eventually(
        () ->
            assertThat(ask(lab, "/api/v1/alerts"))
                .contains("Node w2 (worker) does not answer", "\"firing\""),
        SOON);
  }

  private static String ask(LabSwarm lab, String path) {
    try {
      return SteadyClient.ask(lab.address("m1"), 9090, path).strip();
    } catch (IOException notYet) {
      throw new AssertionError("Prometheus does not answer: " + notYet.getMessage(), notYet);
    }
  }
}
