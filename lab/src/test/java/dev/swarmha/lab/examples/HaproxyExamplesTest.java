package dev.swarmha.lab.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.lab.Lab;
import dev.swarmha.lab.LabSwarm;
import dev.swarmha.lab.tour.Tour;
import org.junit.jupiter.api.Test;

/** A real HAProxy follows an API that grows, shrinks, and runs short of memory. */
@Lab
class HaproxyExamplesTest {

  @Test
  void discoversTasksWhileTheApiIsScaledUnderLoad(LabSwarm lab) {
    answersWhileTheTourGoesOn(lab, "discovery", "the API was scaled to five tasks and back to two");
  }

  @Test
  void leavesATaskOutThatIsShortOfMemoryUntilItIsRestarted(LabSwarm lab) {
    answersWhileTheTourGoesOn(
        lab, "memory-api", "a task was short of memory and all were restarted");
  }

  private static void answersWhileTheTourGoesOn(LabSwarm lab, String name, String what) {
    Example example = Example.of(lab, name, "debian/haproxy:12", "debian/nginx:12");
    Tour tour = example.tourThrough("swarmha deploy");

    SteadyClient client = SteadyClient.of(lab.address("m1"), 8080);
    try (client) {
      tour.rest();
    }

    client.print(name + ", while " + what);
    assertThat(client.failures()).isEmpty();
    assertThat(client.answers()).hasSizeGreaterThanOrEqualTo(3);
  }
}
