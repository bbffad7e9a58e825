package dev.swarmha.lab.examples;

import dev.swarmha.lab.Lab;
import dev.swarmha.lab.LabSwarm;
import org.junit.jupiter.api.Test;

/** A real Prometheus knows every node of the swarm, and says when one is lost. */
@Lab
class MonitoringTest {

  @Test
  void seesEveryNodeAndAlertsWhenOneIsLost(LabSwarm lab) {
    Example.of(
            lab,
            "monitoring",
            "debian/prometheus:12",
            "debian/alertmanager:12",
            "debian/node-exporter:12")
        .tour();
  }
}
