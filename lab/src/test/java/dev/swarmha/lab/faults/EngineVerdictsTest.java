package dev.swarmha.lab.faults;

import static dev.swarmha.lab.Eventually.eventually;
import static dev.swarmha.lab.faults.Scene.web;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.engine.Task;
import dev.swarmha.engine.time.SystemTimeline;
import dev.swarmha.engine.time.Timeline;
import dev.swarmha.lab.Lab;
import dev.swarmha.lab.LabSwarm;
import dev.swarmha.lab.Running;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
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
        .deploy(crashing("rollback"))
        .ended(4, "rolled-back")
        .because("web", "the Engine has gone back: ", "non-zero exit (1)");

    scene.assertAsBefore();
  }

  @Fault("Engine pauses")
  void callsAPausedUpdateAFailure(LabSwarm lab) {
    Scene scene = new Scene(lab).given(GOOD);

    scene
        .deploy(crashing("pause"), "--on-failure", "keep")
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

  @Fault("paused on failure, while the Engine updates another service; then deployed again")
  void holdsTheUpdatesOfOtherServices(LabSwarm lab) {
    String wide = "update_config: {delay: 3s, monitor: 1s}";
    Scene scene = new Scene(lab).given(pair("swarmha/web:1", "swarmha/web:1", wide));

    scene
        .deploy(pair("swarmha/web:2", "swarmha/web:crash", wide), "--on-failure", "pause")
        .ended(5, "failed")
        .because("other", "non-zero exit (1)");

    long held = awaitHeld(scene);
    assertThat(held).isBetween(1L, 5L);
    scene.deploy(pair("swarmha/web:2", "swarmha/web:1", wide)).ended(0, "deployed");
    assertThat(replaced(scene)).isEqualTo(6);
  }

  private static String pair(String web, String other, String update) {
    return web(web, update).replace("replicas: 2", "replicas: 6")
        + """
          other:
            image: %s
            deploy: {endpoint_mode: dnsrr, restart_policy: {delay: 1s}}
        """
            .formatted(other);
  }

  /** Waits until no task has been replaced for longer than it takes from one to the next. */
  private static long awaitHeld(Scene scene) {
    Timeline clock = new SystemTimeline();
    AtomicLong replaced = new AtomicLong(replaced(scene));
    AtomicReference<Instant> since = new AtomicReference<>(clock.instant());
    eventually(
        () -> {
          long now = replaced(scene);
          if (replaced.getAndSet(now) != now) {
            since.set(clock.instant());
          }
          assertThat(since.get()).isBefore(clock.instant().minusSeconds(12));
        },
        Duration.ofMinutes(2));
    return replaced.get();
  }

  private static long replaced(Scene scene) {
    return scene.observed().running("shop_web").stream()
        .filter(task -> task.image().startsWith("swarmha/web:2@"))
        .count();
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

  /** Crashes once before the Engine has acted, and not three times, which is a verdict as well. */
  private static String crashing(String failureAction) {
    String file =
        web(
            "swarmha/web:crash",
            "update_config: {failure_action: " + failureAction + ", monitor: 1s}");
    return file.replace("restart_policy: {delay: 1s}", "restart_policy: {delay: 30s}");
  }
}
