package dev.swarmha.lab.faults;

import static dev.swarmha.lab.Eventually.eventually;
import static dev.swarmha.lab.faults.Scene.web;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.engine.Task;
import dev.swarmha.lab.Finished;
import dev.swarmha.lab.Lab;
import dev.swarmha.lab.LabSwarm;
import dev.swarmha.lab.Observed;
import dev.swarmha.lab.Running;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;

/** Deploys that are killed, machine and all, and can tell nobody. */
@Lab
class KilledTest {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String BEFORE = stack("swarmha/web:1");
  private static final String AFTER = stack("swarmha/web:2");

  /** How far a deploy has come when it is killed, each on a stack of its own. */
  private enum Stage {
    PLANNED("\"type\":\"plan\"", AFTER),
    FIRST_STEP_MADE("\"type\":\"step-done\"", AFTER),
    TASKS_ON_THEIR_WAY("\"type\":\"task\"", AFTER),
    SETTLING("\"state\":\"settling\"", AFTER),
    ON_THE_WAY_BACK("\"type\":\"rollback\"", stack("swarmha/web:crash"));

    private final String sign;
    private final String file;

    Stage(String sign, String file) {
      this.sign = sign;
      this.file = file;
    }

    String stackName() {
      return "killed-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Tag("core")
  @Fault("killed with -9 at each stage of the plan, then deployed again")
  void goesOnWithWhatAKilledDeployHasLeft(LabSwarm lab) {
    onEach(stage -> scene(lab, stage).run(BEFORE).expect(0));
    // An Engine calls an update unfinished for 5 s after its last task is up: settling begins then.
    onEach(stage -> killed(scene(lab, stage).start(stage.file, "--stable-for", "20s"), stage));

    List<Finished> again =
        onEach(stage -> scene(lab, stage).run(AFTER, "--lock-timeout", "100s").expect(0));

    assertThat(again)
        .extracting(finished -> finished.result().path("outcome").asText())
        .containsOnly("deployed");
    for (Stage stage : Stage.values()) {
      for (String service : List.of("web", "extra")) {
        assertThat(Observed.of(lab).running(stage.stackName() + "_" + service))
            .as(stage + " " + service)
            .isNotEmpty()
            .extracting(Task::image)
            .allMatch(image -> image.startsWith("swarmha/web:2@"));
      }
      assertThat(lab.swarmha("status", stage.stackName()).expect(0).out())
          .doesNotContain("not finished");
    }
  }

  /** All stages at once, since a killed deploy holds its lock until the lease is over. */
  private static List<Finished> onEach(Function<Stage, Finished> work) {
    List<CompletableFuture<Finished>> all =
        List.of(Stage.values()).stream()
            .map(stage -> CompletableFuture.supplyAsync(() -> work.apply(stage)))
            .toList();
    return all.stream().map(CompletableFuture::join).toList();
  }

  private static Finished killed(Running deploy, Stage stage) {
    eventually(() -> assertThat(deploy.out()).contains(stage.sign), SOON);
    deploy.kill();
    return deploy.await().expect(137);
  }

  private static Scene scene(LabSwarm lab, Stage stage) {
    return new Scene(lab, stage.stackName());
  }

  private static String stack(String image) {
    return web(image)
        + """
          extra:
            image: %s
            deploy: {endpoint_mode: dnsrr, restart_policy: {delay: 1s}}
        """
            .formatted(image);
  }
}
