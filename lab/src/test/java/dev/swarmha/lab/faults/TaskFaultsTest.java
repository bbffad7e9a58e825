package dev.swarmha.lab.faults;

import static dev.swarmha.lab.faults.Scene.web;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.swarmha.lab.Lab;
import dev.swarmha.lab.LabSwarm;
import org.junit.jupiter.api.Tag;

/** Tasks that do not start, do not stay up, or take their time. */
@Lab
class TaskFaultsTest {

  private static final String GOOD = web("swarmha/web:1");

  @Tag("core")
  @Fault("image not found")
  void goesBackWhenAnImageIsNotThere(LabSwarm lab) {
    Scene scene = new Scene(lab).given(GOOD);

    scene
        .deploy(web("swarmha/missing:1"))
        .ended(4, "rolled-back")
        .because("web", "No such image: swarmha/missing:1");

    scene.assertAsBefore();
  }

  @Fault("crash at start")
  void goesBackWhenTasksCrashAtOnce(LabSwarm lab) {
    Scene scene = new Scene(lab).given(GOOD);

    Scene.Result result = scene.deploy(web("swarmha/web:crash"));

    result.ended(4, "rolled-back").because("web", "non-zero exit (1)");
    JsonNode reason = result.finished().result().path("reasons").path(0);
    assertThat(reason.path("task").asText()).startsWith("shop_web.");
    assertThat(reason.path("node").asText()).isIn("m1", "w1", "w2");
    scene.assertAsBefore();
  }

  /** Later than the Engine watches, which calls this update completed. */
  @Fault("crash after 8 s")
  void goesBackWhenTasksCrashAfterAWhile(LabSwarm lab) {
    Scene scene = new Scene(lab).given(GOOD);

    scene
        .deploy(
            web("swarmha/web:later-crash", "update_config: {parallelism: 0, monitor: 1s}"),
            "--stable-for",
            "12s")
        .ended(4, "rolled-back")
        .because("web", "non-zero exit (1)", "times in a row");

    scene.assertAsBefore();
  }

  @Tag("core")
  @Fault("never healthy")
  void goesBackWhenTasksNeverGetHealthy(LabSwarm lab) {
    Scene scene = new Scene(lab).given(GOOD);

    scene.deploy(web("swarmha/web:unhealthy")).ended(4, "rolled-back").because("web", "unhealthy");

    scene.assertAsBefore();
  }

  @Fault("healthy, then unhealthy")
  void goesBackWhenTasksDoNotStayHealthy(LabSwarm lab) {
    Scene scene = new Scene(lab).given(GOOD);

    scene
        .deploy(
            web("swarmha/web:degrade", "update_config: {parallelism: 0, monitor: 1s}"),
            "--stable-for",
            "15s")
        .ended(4, "rolled-back")
        .because("web", "unhealthy");

    scene.assertAsBefore();
  }

  @Tag("core")
  @Fault("slow but good: healthy after 20 s")
  void waitsForTasksThatTakeTheirTime(LabSwarm lab) {
    Scene scene = new Scene(lab).given(GOOD);

    scene
        .deploy(web("swarmha/web:slower", "update_config: {parallelism: 0, monitor: 1s}"))
        .ended(0, "deployed");

    assertThat(scene.observed().running("shop_web"))
        .hasSize(2)
        .allMatch(task -> task.image().startsWith("swarmha/web:slower@"));
  }
}
