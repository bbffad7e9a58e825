package dev.swarmha.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is wrong with a file is told at once and in full, without any Engine. */
@Lab
class WrongFileTest {

  private static final String FILE = "lab/src/test/resources/stacks/three-mistakes.yml";

  @Test
  void tellsEachMistakeWithItsPlaceAndChangesNothing(LabSwarm lab) {
    Finished finished = lab.swarmha("deploy", "-c", FILE, "site").expect(3);

    assertThreeLines(finished);
    Observed.of(lab).assertNothingDeployed();
  }

  @Test
  void needsNoEngineForThat(LabSwarm lab) {
    Finished finished =
        lab.program().at("tcp://127.0.0.1:1").run("deploy", "-c", FILE, "site").expect(3);

    assertThreeLines(finished);
  }

  private static void assertThreeLines(Finished finished) {
    assertThat(finished.err().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith(FILE + ":5:5: services.web.helthcheck: "),
            line -> assertThat(line).startsWith(FILE + ":7:17: services.web.deploy.replicas: "),
            line ->
                assertThat(line)
                    .startsWith(FILE + ":9:16: services.web.deploy.update_config.order: "));
  }
}
