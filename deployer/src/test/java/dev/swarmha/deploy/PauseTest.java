package dev.swarmha.deploy;

import static dev.swarmha.deploy.StackBuilder.stack;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.DeployRequest.OnFailure;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.revision.Revision.State;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.UpdateStatus.UpdateState;
import dev.swarmha.wait.Milestone;
import org.junit.jupiter.api.Test;

/** Rollouts that are stopped where they are when they fail. */
final class PauseTest {

  private final DeployScene scene = new DeployScene();

  @Test
  void holdsWhatTheEngineIsStillUpdating() {
    scene.deploy(both("1"));
    scene.swarm.image("web:2").becomesHealthyAfter(ofSeconds(20));
    scene.swarm.image("db:2").crashesAtOnce(1);

    Outcome outcome = pausing(both("2"));
    long replaced = upToDate();
    scene.swarm.advance(ofHours(1));
    long later = upToDate();
    scene.swarm.advance(ofHours(1));

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.summary()).isEqualTo("stack shop failed and was stopped where it is");
    // The one that had been begun, and one more.
    assertThat(later).isLessThanOrEqualTo(replaced + 2).isLessThan(6);
    assertThat(upToDate()).isEqualTo(later);
    assertThat(scene.swarm.service("shop_web").running()).isEqualTo(6);
    assertThat(scene.notes())
        .anyMatch(note -> note.startsWith("shop_web is held: 0 of "))
        .contains("shop_db is as in revision 2");
  }

  @Test
  void goesOnWithTheNextDeploy() {
    scene.deploy(both("1"));
    scene.swarm.image("web:2").becomesHealthyAfter(ofSeconds(20));
    scene.swarm.image("db:2").crashesAtOnce(1);
    pausing(both("2"));
    scene.swarm.image("db:2").healthy();

    Outcome again = scene.deploy(both("2"));

    assertThat(again).isInstanceOf(Outcome.Deployed.class);
    assertThat(scene.swarm.service("shop_web").runningImages()).containsExactly("web:2");
    assertThat(scene.swarm.service("shop_web").spec().mapping("UpdateConfig").number("Delay"))
        .isEmpty();
    assertThat(scene.revisions())
        .extracting(each -> each.state())
        .containsExactly(State.DEPLOYED, State.FAILED, State.DEPLOYED);
  }

  @Test
  void canBeTakenBackAsAWhole() {
    scene.deploy(both("1"));
    scene.swarm.image("web:2").becomesHealthyAfter(ofSeconds(20));
    scene.swarm.image("db:2").crashesAtOnce(1);
    pausing(both("2"));

    Outcome back = scene.rollBack();

    assertThat(back).isInstanceOf(Outcome.Done.class);
    assertThat(scene.swarm.service("shop_web").runningImages()).containsExactly("web:1");
    assertThat(scene.swarm.service("shop_db").runningImages()).containsExactly("db:1");
  }

  @Test
  void startsNothingMore() {
    scene.deploy(both("1"));
    long web = scene.swarm.service("shop_web").version();
    scene.swarm.image("db:2").crashesAtOnce(1);

    Outcome outcome = pausing(both("2").needs("web", "db", Milestone.UP));

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(scene.swarm.service("shop_web").version()).isEqualTo(web);
    assertThat(scene.notes()).contains("shop_web is as in revision 1");
  }

  @Test
  void leavesAloneWhatTheEngineHasPausedItself() {
    scene.deploy(both("1"));
    scene.swarm.image("web:2").crashesAtOnce(1);

    Outcome outcome = pausing(both("2"));

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(scene.swarm.service("shop_web").updateState()).contains(UpdateState.PAUSED);
    assertThat(scene.notes()).noneMatch(note -> note.contains("held"));
  }

  @Test
  void saysWhatCouldNotBeHeld() {
    scene.deploy(both("1"));
    scene.swarm.image("web:2").becomesHealthyAfter(ofSeconds(20));
    scene.swarm.image("db:2").crashesAtOnce(1);
    scene
        .swarm
        .timeline()
        .schedule(
            scene.swarm.timeline().instant().plusSeconds(1),
            () ->
                scene.swarm.failNextCall("update", new EngineRefusedException("the disk is full")));

    pausing(both("2"));

    assertThat(scene.notes())
        .anyMatch(
            note ->
                note.startsWith("shop_web could not be held, so that the Engine goes on")
                    && note.endsWith("the disk is full"));
  }

  private Outcome pausing(StackBuilder file) {
    return scene.run(Requests.of(file.build()).onFailure(OnFailure.PAUSE));
  }

  private long upToDate() {
    return scene.swarm.service("shop_web").tasks().stream()
        .filter(Task::isRunning)
        .filter(Task::upToDate)
        .count();
  }

  private static StackBuilder both(String version) {
    return stack("shop")
        .service("web", "web:" + version, it -> it.replicas(6))
        .service("db", "db:" + version);
  }
}
