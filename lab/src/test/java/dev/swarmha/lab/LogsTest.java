package dev.swarmha.lab;

import static dev.swarmha.lab.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What tasks have written, and go on writing. */
@Lab
class LogsTest {

  private static final String WEB = "lab/src/test/resources/stacks/web.yml";
  private static final Duration SOON = Duration.ofSeconds(60);

  @Test
  void readsWhatTheTasksOfAStackHaveWritten(LabSwarm lab) {
    deploy(lab);

    eventually(
        () ->
            assertThat(lab.swarmha("logs", "site").expect(0).out().lines())
                .containsExactlyInAnyOrder(
                    "site_web.1 | web: version 1 listens on port 8080",
                    "site_web.2 | web: version 1 listens on port 8080"),
        SOON);
    assertThat(lab.swarmha("logs", "site_web.2", "--tail", "1", "--timestamps").expect(0).out())
        .matches("\\d{4}-\\S+Z site_web\\.2 \\| web: version 1 .*\\R");
  }

  @Test
  void keepsStandardErrorApart(LabSwarm lab) {
    lab.program()
        .with("WEB_IMAGE", "swarmha/web:crash")
        .run("deploy", "-c", WEB, "site", "--detach")
        .expect(0);

    eventually(
        () ->
            assertThat(lab.swarmha("logs", "site").expect(0))
                .satisfies(
                    logs -> {
                      assertThat(logs.out()).isEmpty();
                      assertThat(logs.err()).contains("| web: cannot read its configuration");
                    }),
        SOON);
  }

  @Test
  void followsUntilItIsInterrupted(LabSwarm lab) {
    deploy(lab);
    Running logs = lab.program().start("logs", "site", "--follow");
    eventually(() -> assertThat(logs.out().lines()).hasSize(2), SOON);

    lab.swarmha("restart", "site_web", "--stable-for", "1s").expect(0);
    eventually(() -> assertThat(logs.out().lines()).hasSize(4), SOON);
    logs.interrupt();

    assertThat(logs.await().exitCode()).isEqualTo(130);
  }

  private static void deploy(LabSwarm lab) {
    lab.swarmha("deploy", "-c", WEB, "site", "--stable-for", "1s").expect(0);
  }
}
