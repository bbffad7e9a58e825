package dev.swarmha.lab.tour;

import dev.swarmha.lab.Lab;
import dev.swarmha.lab.LabSwarm;
import org.junit.jupiter.api.Test;

/** The tours of the examples and pages that begin with a swarm. */
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

  /** A stack of one page is there for the next one. */
  @Test
  void pages(LabSwarm lab) {
    Tour.run(lab, "docs/ci.md");
    Tour.run(lab, "docs/plans.md");
    Tour.run(lab, "docs/shell.md");
    lab.swarmha("rm", "shop").expect(0);
    Tour.run(lab, "docs/rotation.md");
  }
}
