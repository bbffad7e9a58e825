package dev.swarmha.lab.examples;

import static dev.swarmha.lab.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.lab.Lab;
import dev.swarmha.lab.LabSwarm;
import dev.swarmha.lab.Observed;
import dev.swarmha.lab.tour.Tour;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A real nginx passes requests on while tasks and a node of the API go away. */
@Lab
class NginxBalancerTest {

  private static final Duration SOON = Duration.ofMinutes(2);
  private static final String API = "web_api";

  @Test
  void answersEveryRequestWhileBackendsDie(LabSwarm lab) {
    Example example = Example.of(lab, "nginx-balancer", "debian/nginx:12");
    Tour tour = example.tourThrough("swarmha deploy");
    Observed observed = Observed.of(lab);

    SteadyClient client = SteadyClient.of(lab.address("m1"), 8080);
    try (client) {
      example.killContainer("w2", API);
      eventually(() -> assertSpread(observed, 3, 3), SOON);
      tour.rest();
      lab.kill("w2");
      eventually(() -> assertSpread(observed, 3, 2), SOON);
    }

    client.print("nginx-balancer, while a task, every task and a node of the API went away");
    assertThat(client.failures()).isEmpty();
    assertThat(client.answers())
        .hasSizeGreaterThanOrEqualTo(6)
        .allMatch(text -> text.startsWith("api on "));
  }

  private static void assertSpread(Observed observed, int tasks, int nodes) {
    Map<String, Integer> spread = observed.spread(API);
    assertThat(spread.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(tasks);
    assertThat(spread).hasSize(nodes);
  }
}
