package dev.swarmha.lab.examples;

import static dev.swarmha.lab.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.lab.Lab;
import dev.swarmha.lab.LabSwarm;
import dev.swarmha.lab.Observed;
import dev.swarmha.lab.tour.Tour;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two real HAProxy take turns at an address that a real keepalived moves. */
@Lab
class HaproxyPairTest {

  private static final Duration SOON = Duration.ofMinutes(2);

  @Test
  void movesTheAddressToTheOtherBalancer(LabSwarm lab) {
    Example example =
        Example.of(
            lab, "haproxy-pair", "debian/haproxy:12", "debian/keepalived:12", "debian/nginx:12");
    String floating = lab.address("m1").replaceFirst("\\d+$", "200");
    Tour tour = example.tourThrough("head -6");
    eventually(() -> assertThat(holders(lab, floating, "w1", "w2")).hasSize(1), SOON);
    String first = holders(lab, floating, "w1", "w2").get(0);
    String second = first.equals("w1") ? "w2" : "w1";

    SteadyClient client = SteadyClient.of(floating, 8080);
    try (client) {
      example.killContainer(first, "web_api");
      eventually(() -> assertThat(Observed.of(lab).running("web_api")).hasSize(3), SOON);
      awaitRequests(client, 50);
      assertThat(client.failures()).isEmpty();
      tour.rest();
      eventually(() -> assertThat(holders(lab, floating, second)).containsExactly(second), SOON);
      awaitRequests(client, 10);
      int lost = client.failures().size();
      awaitRequests(client, 50);
      assertThat(client.failures()).as("once the address has moved").hasSize(lost);
    }

    client.print("haproxy-pair, while a task and the node that held the address went away");
    assertThat(client.answers())
        .hasSizeGreaterThanOrEqualTo(3)
        .allMatch(text -> text.startsWith("api on "));
  }

  private static void awaitRequests(SteadyClient client, int more) {
    int before = client.requests();
    eventually(() -> assertThat(client.requests()).isGreaterThan(before + more), SOON);
  }

  private static List<String> holders(LabSwarm lab, String address, String... nodes) {
    return List.of(nodes).stream()
        .filter(node -> lab.exec(node, "ip", "-oneline", "address").contains(address + "/"))
        .toList();
  }
}
