package dev.swarmha.lab.tour;

import dev.swarmha.lab.Lab;
import dev.swarmha.lab.LabSwarm;
import org.junit.jupiter.api.Test;

/** The tour of a whole cluster from one file, and the page on the file. */
@Lab(managers = 3, workers = 2, bare = true)
class ClusterExampleTest {

  @Test
  void cluster(LabSwarm lab) {
    Tour.run(lab, "examples/cluster/README.md");
    Tour.run(lab, "docs/cluster.md");
  }
}
