package dev.swarmha.deploy;

import static dev.swarmha.deploy.StackBuilder.config;
import static dev.swarmha.deploy.StackBuilder.stack;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.revision.Revision;
import dev.swarmha.deploy.revision.Revision.State;
import dev.swarmha.deploy.revision.RevisionStore;
import dev.swarmha.engine.ResourceKind;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Rollouts that are killed, at each of their writes in turn, and what becomes of the stack
 * afterwards.
 */
final class ResumeTest {

  /** More than any rollout here makes. */
  private static final int MOST_WRITES = 60;

  private static StackBuilder first() {
    return stack("shop")
        .network("shop_backend")
        .config("shop_site", "hello")
        .secret("shop_password", "one")
        .serviceUsing("db", "db:1", "shop_password", "shop_backend")
        .service("web", "web:1", config("shop_site"))
        .dependsOn("web", "db");
  }

  /** All of it is other, and there is more. */
  private static StackBuilder second() {
    return stack("shop")
        .network("shop_backend")
        .network("shop_extra")
        .config("shop_site", "bye")
        .config("shop_more", "more")
        .secret("shop_password", "two")
        .serviceUsing("db", "db:2", "shop_password", "shop_backend")
        .service("web", "web:2", config("shop_site"))
        .serviceUsing("new", "new:1", "shop_password", "shop_extra")
        .dependsOn("web", "db");
  }

  /** Other than both, and as little as the first. */
  private static StackBuilder third() {
    return stack("shop")
        .network("shop_backend")
        .config("shop_site", "hello")
        .secret("shop_password", "three")
        .serviceUsing("db", "db:3", "shop_password", "shop_backend")
        .service("web", "web:1", config("shop_site"));
  }

  private static StackBuilder broken() {
    return stack("shop")
        .network("shop_broken")
        .service("db", "db:4")
        .service("web", "crash:1")
        .service("other", "other:1");
  }

  /**
   * Kills a rollout at each of its writes, each time in a new swarm, and hands over what is left.
   */
  private static void eachTime(
      Function<DeployScene, Belongings> before,
      BiConsumer<DeployScene, Integer> killed,
      BiConsumer<DeployScene, Belongings> then) {
    int ended = 0;
    for (int writes = 0; ended == 0; writes++) {
      assertThat(writes).isLessThan(MOST_WRITES);
      DeployScene scene = new DeployScene();
      scene.swarm.image("crash:1").crashesAtOnce(1);
      Belongings was = before.apply(scene);
      scene.events.clear();
      try {
        killed.accept(scene, writes);
        ended = writes;
      } catch (MortalConnection.Killed expected) {
        then.accept(scene, was);
      }
    }
    assertThat(ended).isGreaterThan(4);
  }

  private static Belongings deployed(DeployScene scene, StackBuilder... files) {
    for (StackBuilder file : files) {
      assertThat(scene.deploy(file)).isInstanceOf(Outcome.Deployed.class);
    }
    return Belongings.of(scene.swarm);
  }

  private static BiConsumer<DeployScene, Integer> deploying(StackBuilder file) {
    return (scene, writes) -> scene.deployUntil(writes, file);
  }

  private static void assertNothingOpen(DeployScene scene) {
    assertThat(scene.revisions()).extracting(Revision::state).doesNotContain(State.OPEN);
  }

  @Test
  void theSameFileFinishesWhatWasCutOff() {
    Belongings whole = deployed(new DeployScene(), first(), second());

    eachTime(
        scene -> deployed(scene, first()),
        deploying(second()),
        (scene, was) -> {
          assertThat(deployed(scene, second())).isEqualTo(whole);
          assertNothingOpen(scene);
        });
  }

  @Test
  void anotherFileLeavesNothingOfWhatWasCutOff() {
    Belongings whole = deployed(new DeployScene(), first(), third());

    eachTime(
        scene -> deployed(scene, first()),
        deploying(second()),
        (scene, was) -> {
          assertThat(deployed(scene, third())).isEqualTo(whole);
          assertNothingOpen(scene);
        });
  }

  @Test
  void theNextDeployThatFailsGoesBackToTheLastDeployedRevision() {
    eachTime(
        scene -> deployed(scene, first()),
        deploying(second()),
        (scene, was) -> {
          Outcome outcome = scene.deploy(broken());

          assertThat(outcome).isInstanceOf(Outcome.RolledBack.class);
          assertThat(outcome.summary()).isEqualTo("stack shop is back at revision 1");
          assertThat(Belongings.of(scene.swarm)).isEqualTo(was);
          assertNothingOpen(scene);
        });
  }

  @Test
  void rollingBackGoesToTheLastDeployedRevision() {
    eachTime(
        scene -> deployed(scene, third(), first()),
        deploying(second()),
        (scene, was) -> {
          boolean open = scene.revisions().size() > 2;

          Outcome outcome = scene.rollBack(open ? new Integer[0] : new Integer[] {2});

          assertThat(outcome).isInstanceOf(open ? Outcome.Done.class : Outcome.Unchanged.class);
          assertThat(Belongings.of(scene.swarm)).isEqualTo(was);
          assertNothingOpen(scene);
        });
  }

  @Test
  void aFirstDeployThatWasCutOffIsFinished() {
    Belongings whole = deployed(new DeployScene(), second());

    eachTime(
        scene -> Belongings.of(scene.swarm),
        deploying(second()),
        (scene, was) -> assertThat(deployed(scene, second())).isEqualTo(whole));
  }

  @Test
  void aFirstDeployThatWasCutOffGoesBackToNothing() {
    eachTime(
        scene -> Belongings.of(scene.swarm),
        deploying(second()),
        (scene, was) -> {
          assertThat(scene.deploy(broken())).isInstanceOf(Outcome.RolledBack.class);

          assertThat(Belongings.of(scene.swarm)).isEqualTo(was);
          assertThat(scene.swarm.names(ResourceKind.CONFIG)).isEmpty();
        });
  }

  @Test
  void rollingAFirstDeployBackLeavesNothing() {
    eachTime(
        scene -> Belongings.of(scene.swarm),
        deploying(second()),
        (scene, was) -> {
          if (!scene.revisions().isEmpty()) {
            Outcome outcome = scene.rollBack();

            assertThat(outcome.summary())
                .isEqualTo("stack shop was removed again: there is no revision before");
          }
          assertThat(Belongings.of(scene.swarm)).isEqualTo(was);
        });
  }

  @Test
  void aStackOfAnotherToolIsWhatItWasAgain() {
    eachTime(
        scene -> {
          deployed(scene, first());
          new RevisionStore(scene.swarm.connection().swarm()).forgetAll("shop");
          return Belongings.of(scene.swarm);
        },
        deploying(second()),
        (scene, was) -> {
          if (scene.revisions().stream().anyMatch(Revision::isDeployed)) {
            return;
          }
          if (!scene.revisions().isEmpty()) {
            assertThat(scene.rollBack().summary()).isEqualTo("stack shop is back as it was before");
          }
          assertThat(Belongings.of(scene.swarm)).isEqualTo(was);
          assertNothingOpen(scene);
        });
  }

  @Test
  void aWayBackThatWasCutOffIsTakenUp() {
    eachTime(
        scene -> deployed(scene, first()),
        deploying(broken()),
        (scene, was) -> {
          assertThat(scene.deploy(broken())).isInstanceOf(Outcome.RolledBack.class);

          assertThat(Belongings.of(scene.swarm)).isEqualTo(was);
          assertNothingOpen(scene);
        });
  }

  @Test
  void aRollbackThatWasCutOffArrivesTheNextTime() {
    DeployScene reference = new DeployScene();
    deployed(reference, first(), second());
    reference.rollBack(1);
    Belongings whole = Belongings.of(reference.swarm);

    eachTime(
        scene -> deployed(scene, first(), second()),
        (scene, writes) -> scene.rollBackUntil(writes, 1),
        (scene, was) -> {
          Outcome outcome = scene.rollBack();

          assertThat(outcome.summary()).startsWith("stack shop is back at revision 1");
          assertThat(Belongings.of(scene.swarm)).isEqualTo(whole);
          assertNothingOpen(scene);
        });
  }

  @Test
  void aDeployAfterARollbackThatWasCutOffThatFailsGoesBackToWhatWasBefore() {
    eachTime(
        scene -> deployed(scene, first(), second()),
        (scene, writes) -> scene.rollBackUntil(writes, 1),
        (scene, was) -> {
          if (scene.revisions().size() == 3 && scene.revisions().get(2).state() == State.DEPLOYED) {
            return;
          }
          assertThat(scene.deploy(broken()).summary())
              .isEqualTo("stack shop is back at revision 2");

          assertThat(Belongings.of(scene.swarm)).isEqualTo(was);
        });
  }

  @Test
  void isKilledTwiceAndStillKnowsWhatWasBefore() {
    eachTime(
        scene -> {
          Belongings was = deployed(scene, first());
          assertThat(scene.killedAfter(6, second())).isTrue();
          return was;
        },
        deploying(third()),
        (scene, was) -> {
          if (scene.revisions().stream().anyMatch(each -> each.number() > 1 && each.isDeployed())) {
            return;
          }
          assertThat(scene.deploy(broken())).isInstanceOf(Outcome.RolledBack.class);

          assertThat(Belongings.of(scene.swarm)).isEqualTo(was);
          assertNothingOpen(scene);
        });
  }

  @Test
  void saysWhoBeganWhatWasCutOff() {
    DeployScene scene = new DeployScene();
    deployed(scene, first());
    scene.killedAfter(4, second());
    scene.events.clear();

    deployed(scene, second());

    assertThat(scene.events.get(0))
        .isInstanceOfSatisfying(
            ProgressEvent.TakenUp.class,
            taken -> assertThat(taken.unfinished().number()).isEqualTo(2));
    assertThat(scene.revisions())
        .extracting(Revision::state)
        .containsExactly(State.DEPLOYED, State.INTERRUPTED, State.DEPLOYED);
  }
}
