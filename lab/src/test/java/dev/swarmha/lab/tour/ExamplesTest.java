package dev.swarmha.lab.tour;

import dev.swarmha.lab.Lab;
import dev.swarmha.lab.LabSwarm;
import org.junit.jupiter.api.Test;

/** The tours of the examples that begin with Engines in no swarm. */
@Lab(managers = 3, workers = 0, bare = true)
class ExamplesTest {

  @Test
  void haWeb(LabSwarm lab) {
    Tour.run(lab, "examples/ha-web/README.md");
  }

  @Test
  void newNode(LabSwarm lab) {
    Tour.run(lab, "examples/new-node/README.md");
  }

  @Test
  void readme(LabSwarm lab) {
    Tour.run(lab, "README.md");
  }
}
