package dev.swarmha.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class RehearsalTest {

  @Test
  void goesThroughEachOfItsCommandLinesToTheEnd() throws Exception {
    StringWriter err = new StringWriter();

    assertThat(Rehearsal.run(new PrintWriter(err))).as(err::toString).containsOnly(0);
  }
}
