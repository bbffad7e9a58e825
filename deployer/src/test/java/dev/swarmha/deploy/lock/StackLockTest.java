package dev.swarmha.deploy.lock;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.EngineUnreachableException;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.testkit.VirtualTimeline;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Getting the lock of a stack. */
final class StackLockTest {

  private final LockScene scene = new LockScene();

  @Test
  void isFreeForTheFirstAndSaysWhoThatIs() throws InterruptedException {
    scene.userA();

    assertThat(scene.holder())
        .isEqualTo(
            new LockHolder(
                "shop",
                "user-a@laptop (pid 11)",
                "deploy",
                VirtualTimeline.START,
                VirtualTimeline.START,
                Lease.DEFAULT));
    assertThat(scene.holder().expires()).isEqualTo(VirtualTimeline.START.plusSeconds(60));
    assertThat(scene.told).isEmpty();
  }

  @Test
  void isNoPartOfTheStackForOtherTools() throws InterruptedException {
    scene.userA();

    assertThat(scene.config().labels())
        .containsEntry("dev.swarmha.lock", "shop")
        .doesNotContainKey("com.docker.stack.namespace");
  }

  @Test
  void isRefusedAtOnceWhileSomebodyElseHasIt() throws InterruptedException {
    scene.userA();

    LockAttempt attempt = scene.userB(ZERO);

    assertThat(attempt).isEqualTo(new LockAttempt.Refused(scene.holder()));
    assertThat(scene.timeline.elapsed()).isZero();
    assertThat(scene.told).isEmpty();
  }

  @Test
  void isRefusedAtOnceToWhomeverComesSecondInTheSameMoment() throws InterruptedException {
    scene.swarm.beforeNextCall("create", () -> annIsFaster());

    assertThat(scene.userB(ZERO)).isEqualTo(new LockAttempt.Refused(scene.holder()));
    assertThat(scene.timeline.elapsed()).isZero();
  }

  private void annIsFaster() {
    try {
      scene.userA();
    } catch (InterruptedException unexpected) {
      throw new AssertionError(unexpected);
    }
  }

  @Test
  void isWaitedForUntilItIsGivenBack() throws InterruptedException {
    HeldLock held = scene.userA();
    scene.keeps(held, ofSeconds(95));
    scene.timeline.schedule(VirtualTimeline.START.plusSeconds(95), held::release);

    assertThat(scene.userB(ofMinutes(3))).isInstanceOf(LockAttempt.Taken.class);
    assertThat(scene.timeline.elapsed()).isBetween(ofSeconds(95), ofSeconds(96));
    assertThat(scene.told).containsExactly("0s awaited: user-a@laptop (pid 11)");
    assertThat(scene.holder().owner()).isEqualTo("user-b@desk (pid 22)");
  }

  @Test
  void isRefusedWhenTheTimeIsOverAndItsHolderStillRenewsIt() throws InterruptedException {
    scene.keeps(scene.userA(), ofMinutes(5));

    assertThat(scene.userB(ofSeconds(90))).isInstanceOf(LockAttempt.Refused.class);
    assertThat(scene.timeline.elapsed()).isBetween(ofSeconds(90), ofSeconds(91));
  }

  @Test
  void tellsEachHolderOnce() throws InterruptedException {
    HeldLock first = scene.userA();
    scene.timeline.schedule(VirtualTimeline.START.plusSeconds(5), first::release);
    scene.timeline.schedule(VirtualTimeline.START.plusSeconds(5), this::annIsFaster);

    scene.userB(ofSeconds(20));

    assertThat(scene.told)
        .containsExactly(
            "0s awaited: user-a@laptop (pid 11)", "5s awaited: user-a@laptop (pid 11)");
  }

  @Test
  void isTakenFromADeadHolderOnceItsLeaseIsOver() throws InterruptedException {
    scene.userA();
    scene.swarm.advance(ofSeconds(15));

    assertThat(scene.userB(ofMinutes(2))).isInstanceOf(LockAttempt.Taken.class);
    assertThat(scene.told)
        .containsExactly(
            "15s awaited: user-a@laptop (pid 11)", "60s taken over from user-a@laptop (pid 11)");
    assertThat(scene.holder().owner()).isEqualTo("user-b@desk (pid 22)");
  }

  @Test
  void isTakenFromAHolderWhoDiedLongAgoAlsoByThoseWhoDoNotWait() throws InterruptedException {
    scene.userA();
    scene.swarm.advance(ofHours(2));

    assertThat(scene.userB(ZERO)).isInstanceOf(LockAttempt.Taken.class);
    assertThat(scene.told)
        .containsExactly(
            "7200s overdue: user-a@laptop (pid 11)",
            "7220s taken over from user-a@laptop (pid 11)");
  }

  @Test
  void staysWithAHolderWhoRenewsItWhereTheClocksOfTheManagersDiffer() throws InterruptedException {
    scene.keeps(scene.userA(), ofMinutes(10));
    scene.swarm.node("m1").clockIsAheadBy(ofHours(1));

    assertThat(scene.userB(ofMinutes(2))).isInstanceOf(LockAttempt.Refused.class);
    assertThat(scene.holder().owner()).isEqualTo("user-a@laptop (pid 11)");
  }

  @Test
  void isTakenFromADeadHolderWhereTheClocksOfTheManagersDiffer() throws InterruptedException {
    scene.userA();
    scene.swarm.node("m1").clockIsAheadBy(ofHours(-1));

    assertThat(scene.userB(ofMinutes(2))).isInstanceOf(LockAttempt.Taken.class);
    assertThat(scene.timeline.elapsed()).isEqualTo(ofSeconds(60));
  }

  @Test
  void goesToOneOfTwoWhoTakeItOverAtOnce() throws InterruptedException {
    scene.userA();
    scene.swarm.advance(ofHours(2));
    scene.swarm.beforeNextCall(
        "update",
        () -> scene.engine.update(scene.config(), scene.config().spec(), WriteOptions.NONE));

    assertThat(scene.userB(ZERO)).isInstanceOf(LockAttempt.Refused.class);
    assertThat(scene.told).containsExactly("7200s overdue: user-a@laptop (pid 11)");
  }

  @Test
  void bearsWithAnEngineThatIsAwayWhileItWaits() throws InterruptedException {
    HeldLock held = scene.userA();
    scene.timeline.schedule(
        VirtualTimeline.START.plusSeconds(5),
        () -> scene.swarm.engineUnreachableFor(ofSeconds(20)));
    scene.timeline.schedule(VirtualTimeline.START.plusSeconds(30), held::release);

    assertThat(scene.userB(ofSeconds(50))).isInstanceOf(LockAttempt.Taken.class);
  }

  @Test
  void isKnownAgainWhenTheAnswerToItsCreationIsLost() throws InterruptedException {
    scene.swarm.loseNextAnswer("create");

    assertThat(scene.userB(ZERO)).isInstanceOf(LockAttempt.Taken.class);
    assertThat(scene.holder().owner()).isEqualTo("user-b@desk (pid 22)");
  }

  @Test
  void isKnownAgainWhenTheAnswerToATakeoverIsLost() throws InterruptedException {
    scene.userA();
    scene.swarm.advance(ofHours(2));
    scene.swarm.loseNextAnswer("update");

    assertThat(scene.userB(ofMinutes(1))).isInstanceOf(LockAttempt.Taken.class);
    assertThat(scene.told).hasSize(2).last().asString().contains("taken over");
  }

  @Test
  void isNotLeftBehindWhenNobodyCanTellWhetherItWasCreated() {
    EngineConnection direct = scene.swarm.connection();
    scene.swarm.loseNextAnswer("create");

    assertThatThrownBy(() -> scene.attempt(direct, LockScene.USER_B, ZERO))
        .isInstanceOf(EngineUnreachableException.class);
    assertThat(scene.isLocked()).isFalse();
  }

  @Test
  void leavesAConfigAloneThatOnlyHasItsName() {
    Mapping spec =
        LockObject.spec("shop.swarmha.lock", Mapping.ofTexts(Map.of("owner", "somebody")));
    scene.engine.create(ResourceKind.CONFIG, spec, WriteOptions.of(Payload.of(new byte[] {1})));

    assertThatThrownBy(() -> scene.userB(ofMinutes(1)))
        .isInstanceOf(EngineRefusedException.class)
        .hasMessage(
            "config shop.swarmha.lock is in the way: a lock is to have this name; remove it, or"
                + " give it another");
    assertThat(scene.isLocked()).isTrue();
  }
}
