package dev.swarmha.lab.tour;

import dev.swarmha.lab.Lab;
import dev.swarmha.lab.LabSwarm;
import org.junit.jupiter.api.Test;

/** The tours of the examples that begin with a swarm. */
@Lab
class StackExamplesTest {

  @Test
  void rollingUpdates(LabSwarm lab) {
    Tour.run(lab, "examples/rolling-updates/README.md");
  }

  @Test
  void failedRelease(LabSwarm lab) {
    Tour.run(lab, "examples/failed-release/README.md");
  }
}
