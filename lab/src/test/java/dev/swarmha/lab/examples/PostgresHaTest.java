package dev.swarmha.lab.examples;

import dev.swarmha.lab.Lab;
import dev.swarmha.lab.LabSwarm;
import org.junit.jupiter.api.Test;

/** A real PostgreSQL is followed by its replica, dumped, restored, and lost. */
@Lab
class PostgresHaTest {

  @Test
  void replicatesDumpsRestoresAndPromotes(LabSwarm lab) {
    Example.of(lab, "postgres-ha", "debian/postgres:12").tour();
  }
}
