package dev.swarmha.deploy.lock;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.testkit.VirtualTimeline;
import dev.swarmha.engine.time.Timeline;
import org.junit.jupiter.api.Test;

/** Keeping the lock of a stack, losing it, and giving it back. */
final class HeldLockTest {

  private final LockScene scene = new LockScene();

  @Test
  void isRenewedWhileSomebodySleeps() throws InterruptedException {
    Timeline time = scene.userA().guard(scene.timeline);

    time.sleep(ofMinutes(10));

    assertThat(scene.timeline.elapsed()).isEqualTo(ofMinutes(10));
    assertThat(scene.holder().renewed()).isAfter(time.instant().minusSeconds(11));
    assertThat(scene.holder().since()).isEqualTo(VirtualTimeline.START);
    assertThat(scene.userB(ZERO)).isInstanceOf(LockAttempt.Refused.class);
  }

  @Test
  void isRenewedByCallsThatTakeLong() throws InterruptedException {
    EngineConnection connection = scene.userA().guard(scene.connection);

    scene.swarm.advance(ofSeconds(30));
    connection.swarm().list(ResourceKind.SERVICE, Selector.all());

    assertThat(scene.holder().renewed()).isEqualTo(VirtualTimeline.START.plusSeconds(30));
  }

  @Test
  void costsNoCallsBetweenTwoRenewals() throws InterruptedException {
    Timeline time = scene.userA().guard(scene.timeline);
    scene.swarm.calls().clear();

    time.sleep(ofSeconds(9));

    assertThat(scene.swarm.calls().all()).isEmpty();
  }

  @Test
  void letsEverythingBeWrittenWhileItIsHeld() throws InterruptedException {
    HeldLock lock = scene.userA();

    lock.guard(scene.timeline).sleep(ofMinutes(3));
    write(lock, "site");

    assertThat(scene.swarm.names(ResourceKind.CONFIG)).contains("site");
  }

  @Test
  void isLostWhenItIsTakenOver() throws InterruptedException {
    HeldLock lock = scene.userA();
    scene.swarm.advance(ofSeconds(100));
    scene.userB(ZERO);

    assertThatThrownBy(() -> lock.guard(scene.timeline).sleep(ofSeconds(1)))
        .isInstanceOf(LockLostException.class)
        .hasMessage(
            "user-b@desk (pid 22) has taken over the lock of stack shop at 2026-03-01T12:02:00Z:"
                + " deploy");
    assertThatThrownBy(() -> write(lock, "site")).isInstanceOf(LockLostException.class);
    assertThat(scene.swarm.names(ResourceKind.CONFIG)).containsExactly("shop.swarmha.lock");
  }

  @Test
  void isLostWhenSomebodyRemovesIt() throws InterruptedException {
    HeldLock lock = scene.userA();
    scene.engine.remove(scene.config());
    scene.swarm.advance(ofSeconds(10));

    assertThatThrownBy(() -> write(lock, "site"))
        .isInstanceOf(LockLostException.class)
        .hasMessage("somebody has removed the lock of stack shop");
  }

  @Test
  void outlivesAnEngineThatIsAwayForLessThanTheLease() throws InterruptedException {
    HeldLock lock = scene.userA();
    scene.swarm.engineUnreachableFor(ofSeconds(50));

    lock.guard(scene.timeline).sleep(ofSeconds(55));

    assertThat(scene.holder().renewed()).isAfter(VirtualTimeline.START.plusSeconds(49));
  }

  @Test
  void letsNothingBeWrittenOnceItMayBeSomebodyElses() throws InterruptedException {
    HeldLock lock = scene.userA();
    scene.swarm.engineUnreachableFor(ofSeconds(200));
    lock.guard(scene.timeline).sleep(ofSeconds(35));
    scene.swarm.calls().clear();

    assertThatThrownBy(() -> write(lock, "site"))
        .isInstanceOf(LockLostException.class)
        .hasMessage(
            "the lock of stack shop could not be renewed for 1m20s, and somebody else may change"
                + " the stack soon (the Engine at m1 does not answer)");
    assertThat(scene.swarm.calls().count("create")).isZero();
  }

  @Test
  void isStillHeldAfterALongPauseThatNobodyHasUsed() throws InterruptedException {
    HeldLock lock = scene.userA();
    scene.swarm.advance(ofMinutes(30));

    write(lock, "site");

    assertThat(scene.swarm.names(ResourceKind.CONFIG)).contains("site");
    assertThat(scene.userB(ZERO)).isInstanceOf(LockAttempt.Refused.class);
  }

  @Test
  void isRenewedAgainWhenTheAnswerToARenewalIsLost() throws InterruptedException {
    HeldLock lock = scene.userA();
    scene.swarm.loseNextAnswer("update");

    lock.guard(scene.timeline).sleep(ofSeconds(20));

    assertThat(scene.holder().renewed()).isEqualTo(VirtualTimeline.START.plusSeconds(11));
  }

  @Test
  void isLostAlsoWhenItGoesInTheMomentOfARenewal() throws InterruptedException {
    HeldLock lock = scene.userA();
    scene.swarm.beforeNextCall("update", () -> scene.engine.remove(scene.config()));
    scene.swarm.advance(ofSeconds(10));

    assertThatThrownBy(() -> write(lock, "site")).isInstanceOf(LockLostException.class);
  }

  @Test
  void isGivenBackAlsoWhileTheCommandIsInterrupted() throws InterruptedException {
    HeldLock lock = scene.userA();
    Thread.currentThread().interrupt();

    assertThat(lock.release()).isEmpty();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(scene.isLocked()).isFalse();
  }

  @Test
  void isLeftToRunOutWhenItCannotBeGivenBack() throws InterruptedException {
    HeldLock lock = scene.userA();
    scene.swarm.failNextCall("remove", new EngineRefusedException("the disk is full"));

    assertThat(lock.release())
        .contains(
            "the lock of stack shop could not be given back, and is over in 1m at the latest: the"
                + " disk is full");
  }

  @Test
  void isNotTakenFromItsNewOwnerWhenItIsGivenBack() throws InterruptedException {
    HeldLock lock = scene.userA();
    scene.swarm.advance(ofSeconds(100));
    scene.userB(ZERO);

    assertThat(lock.release()).hasValueSatisfying(why -> assertThat(why).contains("user-b@desk"));

    assertThat(scene.isLocked()).isTrue();
  }

  private void write(HeldLock lock, String name) {
    lock.guard(scene.connection)
        .swarm()
        .create(
            ResourceKind.CONFIG,
            LockObject.spec(name, Mapping.empty()),
            WriteOptions.of(Payload.of(new byte[] {1})));
  }
}
