package dev.swarmha.deploy;

import static dev.swarmha.deploy.StackBuilder.stack;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.plan.DeployRefusedException;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.testkit.ServiceSpecBuilder;
import org.junit.jupiter.api.Test;

/** Deploys whose updates would never end, on three nodes. */
class ForeseenDeadlockTest {

  private static final String REFUSED =
      "service shop_web would never finish this update: with order start-first";

  private final DeployScene scene = new DeployScene();

  @Test
  void refusesAnUpdateThatWouldHangBeforeAnythingIsSent() {
    assertThat(scene.deploy(web("web:1", 3))).isInstanceOf(Outcome.Deployed.class);
    scene.swarm.advance(ofMinutes(2));
    int changes = scene.changes().size();

    assertThatThrownBy(() -> scene.deploy(web("web:2", 3).config("shop_motd", "hello")))
        .isInstanceOf(DeployRefusedException.class)
        .hasMessageStartingWith(REFUSED)
        .hasMessageContaining("port 8080/tcp is held by shop_web.")
        .hasMessageContaining("set deploy.update_config.order to stop-first");

    assertThat(scene.changes()).hasSize(changes);
  }

  @Test
  void showsThePlanInADryRunAndThenRefuses() {
    scene.deploy(web("web:1", 3));
    scene.events.clear();

    assertThatThrownBy(() -> scene.run(Requests.of(web("web:2", 3).build()).dryRun()))
        .isInstanceOf(DeployRefusedException.class)
        .hasMessageStartingWith(REFUSED);

    assertThat(scene.events).hasAtLeastOneElementOfType(ProgressEvent.PlanMade.class);
  }

  @Test
  void updatesWhileThereIsRoomForOneMore() {
    scene.deploy(web("web:1", 2));

    assertThat(scene.deploy(web("web:2", 2))).isInstanceOf(Outcome.Deployed.class);
    assertThat(scene.deploy(web("web:3", 1))).isInstanceOf(Outcome.Deployed.class);
  }

  @Test
  void deploysForTheFirstTimeOnceMoreAndWithAnotherOrder() {
    assertThat(scene.deploy(web("web:1", 3))).isInstanceOf(Outcome.Deployed.class);
    assertThat(scene.deploy(web("web:1", 3))).isInstanceOf(Outcome.Unchanged.class);

    StackBuilder stopFirst =
        stack("shop").service("web", "web:2", spec -> spec.replicas(3).hostPort(8080, 80));

    assertThat(scene.deploy(stopFirst)).isInstanceOf(Outcome.Deployed.class);
  }

  /** Its tasks still have the spec that they are to have, and none has to start. */
  @Test
  void takesAnUpdateBackThatHangs() {
    scene.deploy(web("web:1", 3));
    ServiceSpecBuilder hanging =
        ServiceSpecBuilder.of(scene.swarm.service("shop_web").resource()).image("web:2");
    scene
        .swarm
        .connection()
        .swarm()
        .update(
            scene.swarm.find(ResourceKind.SERVICE, "shop_web").orElseThrow(),
            hanging.build(),
            WriteOptions.NONE);
    scene.swarm.advance(ofSeconds(30));

    assertThat(scene.deploy(web("web:1", 3))).isInstanceOf(Outcome.Deployed.class);
  }

  @Test
  void warnsOfReplicasThatWillNotFit() {
    scene.run(Requests.of(web("web:1", 4).build()).dryRun());

    assertThat(scene.notes())
        .anyMatch(
            note -> note.startsWith("service shop_web: 4 replicas are wanted, and the 3 nodes"));
  }

  private static StackBuilder web(String image, int replicas) {
    return stack("shop")
        .service(
            "web",
            image,
            spec ->
                spec.replicas(replicas)
                    .hostPort(8080, 80)
                    .update("pause", ofSeconds(2), "start-first"));
  }
}
