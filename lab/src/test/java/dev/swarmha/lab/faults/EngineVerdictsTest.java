package dev.swarmha.lab.faults;

import static dev.swarmha.lab.faults.Scene.web;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.engine.Task;
import dev.swarmha.lab.Lab;
import dev.swarmha.lab.LabSwarm;
import dev.swarmha.lab.Running;
import org.junit.jupiter.api.Tag;

/** What the Engine itself makes of an update, what it remembers, and what others do meanwhile. */
@Lab
class EngineVerdictsTest {

  private static final String GOOD = web("swarmha/web:1");

  @Tag("core")
  @Fault("Engine rolls back by itself")
  void callsTheEnginesRollbackAFailure(LabSwarm lab) {
    Scene scene = new Scene(lab).given(GOOD);

    scene
        .deploy(web("swarmha/web:crash", "update_config: {failure_action: rollback, monitor: 1s}"))
        .ended(4, "rolled-back")
        .because("web", "the Engine has gone back: ", "non-zero exit (1)");

    scene.assertAsBefore();
  }

  @Fault("Engine pauses")
  void callsAPausedUpdateAFailure(LabSwarm lab) {
    Scene scene = new Scene(lab).given(GOOD);
    String broken = web("swarmha/web:crash", "update_config: {failure_action: pause, monitor: 1s}");

    scene
        .deploy(broken, "--on-failure", "keep")
        .ended(5, "failed")
        .because("web", "update paused due to failure");

    assertThat(scene.image("shop_web")).startsWith("swarmha/web:crash@");
  }

  @Fault("failure_action: continue")
  void seesThroughAnEngineThatGoesOn(LabSwarm lab) {
    Scene scene = new Scene(lab).given(GOOD);

    scene
        .deploy(web("swarmha/web:crash", "update_config: {failure_action: continue, monitor: 1s}"))
        .ended(4, "rolled-back")
        .because("web", "non-zero exit (1)");

    scene.assertAsBefore();
  }

  @Fault("old failed tasks in the history of a good service")
  void doesNotCountTheFailuresOfAnEarlierSpec(LabSwarm lab) {
    Scene scene = new Scene(lab).given(GOOD);
    scene.deploy(web("swarmha/web:crash"), "--on-failure", "keep").ended(5, "failed");

    scene.deploy(web("swarmha/web:2")).ended(0, "deployed");

    assertThat(scene.observed().running("shop_web"))
        .hasSize(2)
        .extracting(Task::image)
        .allMatch(image -> image.startsWith("swarmha/web:2@"));
  }

  @Fault("superseded by docker service update meanwhile")
  void saysThatSomebodyElseHasChangedAService(LabSwarm lab) {
    Scene scene = new Scene(lab).given(GOOD);
    Running deploy = scene.start(web("swarmha/web:slower", "update_config: {parallelism: 0}"));
    scene.awaitSpec("shop_web", "swarmha/web:slower");

    lab.exec("m1", "docker", "service", "update", "--detach", "--env-add=BY=hand", "shop_web");

    new Scene.Result(deploy.await())
        .ended(4, "rolled-back")
        .because("web", "somebody has given it another spec");
    scene.assertAsBefore();
  }
}
