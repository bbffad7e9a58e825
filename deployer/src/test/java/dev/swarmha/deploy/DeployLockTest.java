package dev.swarmha.deploy;

import static dev.swarmha.deploy.StackBuilder.stack;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.lock.HeldLock;
import dev.swarmha.deploy.lock.LockAttempt;
import dev.swarmha.deploy.lock.LockListener;
import dev.swarmha.deploy.lock.StackLock;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.plan.DeployRefusedException;
import dev.swarmha.deploy.revision.Revision;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.testkit.InMemorySwarm;
import dev.swarmha.engine.time.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One deploy of a stack at a time. */
final class DeployLockTest {

  private static final String LOCK = "shop.swarmha.lock";

  private final DeployScene scene = new DeployScene();
  private final InMemorySwarm swarm = scene.swarm;
  private final List<Outcome> others = new ArrayList<>();

  @Test
  void keepsOthersOutUntilItHasEnded() {
    swarm.image("web:1").becomesHealthyAfter(ofSeconds(100));
    at(ofSeconds(1), () -> others.add(deployAsBob(ZERO)));
    at(ofSeconds(99), () -> others.add(deployAsBob(ZERO)));

    Outcome first = scene.deploy(web("web:1"));

    assertThat(first).isInstanceOf(Outcome.Deployed.class);
    assertThat(others).hasSize(2).allMatch(outcome -> outcome instanceof Outcome.Locked);
    assertThat(deployAsBob(ZERO)).isInstanceOf(Outcome.Deployed.class);
    assertThat(swarm.service("shop_web").image()).startsWith("web:2");
  }

  @Test
  void keepsOthersOutWhileItAsksForHealth() {
    swarm.endpoint(DeployScene.URL).answersAfter(ofMinutes(3));
    at(ofSeconds(170), () -> others.add(deployAsBob(ZERO)));

    Outcome first = scene.deploy(web("web:1").health(DeployScene.healthUrl(200)));

    assertThat(first).isInstanceOf(Outcome.Deployed.class);
    assertThat(others).hasSize(1).allMatch(outcome -> outcome instanceof Outcome.Locked);
  }

  @Test
  void saysWhoHasTheStackSinceWhenAndWhatFor() {
    swarm.image("web:1").becomesHealthyAfter(ofSeconds(60));
    at(ofSeconds(25), () -> others.add(deployAsBob(ZERO)));

    scene.deploy(web("web:1"));

    assertThat(others.get(0).summary())
        .isEqualTo(
            "stack shop is locked by somebody@somewhere since 2026-03-01T12:00:00Z: deploy; the"
                + " lock ends at 2026-03-01T12:01:20Z unless it is renewed; to wait for it:"
                + " --lock-timeout");
  }

  @Test
  void waitsForAnotherAndGoesOnFromWhatThatHasLeft() {
    HeldLock other = lockedByAnn();
    at(
        ofSeconds(8),
        () -> {
          other.release();
          new DeployStack(scene.world()).run(Requests.of(web("web:1").build()).detach().build());
        });

    Outcome outcome = deployAsBob(ofMinutes(1));

    assertThat(outcome).isInstanceOf(Outcome.Deployed.class);
    assertThat(outcome.report().orElseThrow().previousRevision()).contains(1);
    assertThat(scene.events.get(0))
        .isInstanceOfSatisfying(
            ProgressEvent.LockAwaited.class,
            awaited -> assertThat(awaited.holder().owner()).isEqualTo("user-a@laptop (pid 11)"));
    assertThat(scene.events).filteredOn(ProgressEvent.LockAwaited.class::isInstance).hasSize(1);
  }

  @Test
  void takesTheLockOfADeadDeployOverAndSaysSo() {
    lockedByAnn();

    Outcome outcome = deployAsBob(ofMinutes(2));

    assertThat(outcome).isInstanceOf(Outcome.Deployed.class);
    assertThat(outcome.report().orElseThrow().duration()).isLessThan(ofSeconds(30));
    assertThat(scene.events)
        .filteredOn(ProgressEvent.LockTakenOver.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(
            ProgressEvent.LockTakenOver.class,
            taken -> assertThat(taken.holder().reason()).isEqualTo("deploy: winter"));
    assertThat(swarm.find(ResourceKind.CONFIG, LOCK)).isEmpty();
  }

  @Test
  void stopsAndLeavesTheStackAsItIsWhenItsLockIsTakenOver() {
    scene.deploy(web("web:1"));
    swarm.image("web:2").becomesHealthyAfter(ofMinutes(3));
    at(ofSeconds(30), this::loseTheLock);

    Outcome outcome = scene.deploy(web("web:2"));

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.summary())
        .isEqualTo(
            "stopped, since the lock was lost; stack shop was left as it is: everything is"
                + " submitted, and nobody waits for it any more; see: swarmha status shop");
    assertThat(outcome.reasons().get(0).message())
        .isEqualTo("somebody has removed the lock of stack shop");
    assertThat(swarm.service("shop_web").image()).startsWith("web:2");
    assertThat(scene.revisions()).last().extracting(Revision::state).isEqualTo(Revision.State.OPEN);
    assertThat(swarm.find(ResourceKind.CONFIG, LOCK)).isPresent();
  }

  @Test
  void givesTheLockBackHoweverItEnds() {
    scene.deploy(web("web:1"));
    assertThat(swarm.find(ResourceKind.CONFIG, LOCK)).isEmpty();

    swarm.image("web:2").crashesAtOnce(1);
    assertThat(scene.deploy(web("web:2"))).isInstanceOf(Outcome.RolledBack.class);
    assertThat(swarm.find(ResourceKind.CONFIG, LOCK)).isEmpty();

    swarm.image("web:3").becomesHealthyAfter(ofMinutes(1));
    at(ofSeconds(12), Thread.currentThread()::interrupt);
    assertThat(scene.deploy(web("web:3"))).isInstanceOf(Outcome.Interrupted.class);
    assertThat(swarm.find(ResourceKind.CONFIG, LOCK)).isEmpty();

    assertThatThrownBy(() -> scene.deploy(web("web:4").external(ResourceKind.SECRET, "nosuch")))
        .isInstanceOf(DeployRefusedException.class);
    assertThat(swarm.find(ResourceKind.CONFIG, LOCK)).isEmpty();
  }

  @Test
  void isNoFailureWhenTheLockCannotBeGivenBack() {
    swarm.failNextCall("remove", new EngineRefusedException("the disk is full"));

    assertThat(scene.deploy(web("web:1"))).isInstanceOf(Outcome.Deployed.class);
    assertThat(scene.events)
        .last()
        .isInstanceOfSatisfying(
            ProgressEvent.Noted.class,
            note -> assertThat(note.message()).contains("could not be given back"));
  }

  @Test
  void canBeInterruptedWhileItWaits() {
    lockedByAnn();
    at(ofSeconds(10), Thread.currentThread()::interrupt);

    Outcome outcome = deployAsBob(ofMinutes(2));

    assertThat(outcome)
        .isEqualTo(
            new Outcome.Interrupted(
                "interrupted before stack shop was locked; it has not been changed"));
    assertThat(lock().label("dev.swarmha.lock.owner")).contains("user-a@laptop (pid 11)");
  }

  @Test
  void neitherWaitsNorLocksForALook() {
    lockedByAnn();

    Outcome outcome = scene.run(Requests.of(web("web:1").build()).dryRun());

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(swarm.calls().writes()).hasSize(1);
  }

  @Test
  void locksEachStackByItself() {
    lockedByAnn();

    assertThat(scene.deploy(stack("blog").service("web", "web:1")))
        .isInstanceOf(Outcome.Deployed.class);
  }

  @Test
  void isNotRemovedByOthersMeanwhile() {
    scene.deploy(web("web:1"));
    lockedByAnn();

    Outcome outcome = new RemoveStack(scene.world()).run(List.of("shop"), ofMinutes(1), ZERO);

    assertThat(outcome).isInstanceOf(Outcome.Locked.class);
    assertThat(swarm.service("shop_web").image()).startsWith("web:1");
  }

  @Test
  void isNotRolledBackByOthersMeanwhile() {
    scene.deploy(web("web:1"));
    scene.deploy(web("web:2"));
    lockedByAnn();

    assertThat(scene.rollBack()).isInstanceOf(Outcome.Locked.class);
    assertThat(swarm.service("shop_web").image()).startsWith("web:2");
  }

  @Test
  void removesOnceTheLockIsFree() {
    scene.deploy(web("web:1"));
    lockedByAnn();

    Outcome outcome =
        new RemoveStack(scene.world()).run(List.of("shop"), ofMinutes(1), ofMinutes(2));

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(swarm.names(ResourceKind.CONFIG)).isEmpty();
  }

  private static StackBuilder web(String image) {
    return stack("shop").service("web", image);
  }

  private Outcome deployAsBob(Duration patience) {
    World world =
        new World(
            swarm.connection(),
            swarm.prober(),
            swarm.timeline(),
            scene.events::add,
            new Operator("user-b", "desk", 22));
    DeployRequest request = Requests.of(web("web:2").build()).build();
    return new DeployStack(world).run(waiting(request, patience));
  }

  private static DeployRequest waiting(DeployRequest request, Duration lockTimeout) {
    return new DeployRequest(
        request.desired(),
        request.extent(),
        request.patience(),
        request.health(),
        request.resolveImage(),
        request.rotate(),
        request.onFailure(),
        request.detach(),
        request.prune(),
        request.dryRun(),
        request.recording(),
        lockTimeout);
  }

  private HeldLock lockedByAnn() {
    try {
      LockAttempt attempt =
          new StackLock(swarm.connection(), swarm.timeline())
              .acquire(
                  "shop",
                  "deploy: winter",
                  new Operator("user-a", "laptop", 11),
                  Deadline.in(ZERO, swarm.timeline()),
                  LockListener.NONE);
      return ((LockAttempt.Taken) attempt).lock();
    } catch (InterruptedException unexpected) {
      throw new AssertionError(unexpected);
    }
  }

  /** Somebody does what the lock is against, in the hope that its owner is dead. */
  private void loseTheLock() {
    swarm.connection().swarm().remove(lock());
    lockedByAnn();
  }

  private Resource lock() {
    return swarm.find(ResourceKind.CONFIG, LOCK).orElseThrow();
  }

  private void at(Duration time, Runnable event) {
    swarm.timeline().schedule(swarm.timeline().instant().plus(time), event);
  }
}
