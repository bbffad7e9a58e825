package dev.swarmha.lab.examples;

import static dev.swarmha.lab.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.lab.Lab;
import dev.swarmha.lab.LabSwarm;
import dev.swarmha.lab.Observed;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A real HAProxy follows an API that grows, shrinks, and runs short of memory. */
@Lab
class HaproxyExamplesTest {

  private static final Duration SOON = Duration.ofMinutes(2);
  private static final String API = "web_api";

  @Test
  void discoversTasksWhileTheApiIsScaledUnderLoad(LabSwarm lab) {
    Example.of(lab, "discovery", "debian/haproxy:12", "debian/nginx:12").tour();

    SteadyClient client = SteadyClient.of(lab.address(entrance(lab)), 8080);
    try (client) {
      lab.swarmha("scale", API + "=5").expect(0);
      eventually(() -> assertThat(client.answers()).hasSizeGreaterThanOrEqualTo(5), SOON);
      lab.swarmha("scale", API + "=2").expect(0);
      awaitRequests(client, 50);
    }

    client.print("discovery, while the API was scaled to five tasks and back to two");
    assertThat(client.failures()).isEmpty();
  }

  @Test
  void leavesATaskOutThatIsShortOfMemoryUntilItIsRestarted(LabSwarm lab) {
    Example.of(lab, "memory-api", "debian/haproxy:12", "debian/nginx:12").tour();
    String address = lab.address(entrance(lab));
    eventually(() -> assertThat(states(address)).containsOnly("UP").hasSize(3), SOON);

    SteadyClient client = SteadyClient.of(address, 8080);
    try (client) {
      String fill =
          "head -c 50000000 /dev/zero | curl -sf --noproxy '*' -T - http://"
              + address
              + ":8080/cache/big";
      lab.exec("m1", "sh", "-c", fill);
      eventually(() -> assertThat(states(address)).containsOnlyOnce("DOWN").hasSize(3), SOON);
      assertThat(Observed.of(lab).running(API)).hasSize(3);
      lab.swarmha("restart", API).expect(0);
      eventually(() -> assertThat(states(address)).containsOnly("UP").hasSize(3), SOON);
    }

    client.print("memory-api, while a task was short of memory and all were restarted");
    assertThat(client.failures()).isEmpty();
  }

  private static String entrance(LabSwarm lab) {
    return List.copyOf(Observed.of(lab).spread("web_balancer").keySet()).get(0);
  }

  /** What HAProxy says of each task that it knows, such as UP. */
  private static List<String> states(String address) {
    try {
      return SteadyClient.ask(address, 8404, "/stats;csv")
          .lines()
          .filter(line -> line.matches("api,api\\d+,.*"))
          .map(line -> List.of(line.split(",", -1)).get(17))
          .filter(state -> !state.startsWith("MAINT"))
          .toList();
    } catch (IOException notYet) {
      throw new AssertionError("no statistics: " + notYet.getMessage(), notYet);
    }
  }

  private static void awaitRequests(SteadyClient client, int more) {
    int before = client.requests();
    eventually(() -> assertThat(client.requests()).isGreaterThan(before + more), SOON);
  }
}
