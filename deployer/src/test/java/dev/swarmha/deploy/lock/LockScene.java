package dev.swarmha.deploy.lock;

import static java.time.Duration.ZERO;

import dev.swarmha.deploy.Operator;
import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.failover.FailoverConnection;
import dev.swarmha.engine.failover.Manager;
import dev.swarmha.engine.testkit.InMemorySwarm;
import dev.swarmha.engine.testkit.VirtualTimeline;
import dev.swarmha.engine.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A swarm in which two users lock the stack shop, and what the second is told meanwhile. */
final class LockScene implements LockListener {

  static final Operator USER_A = new Operator("user-a", "laptop", 11);
  static final Operator USER_B = new Operator("user-b", "desk", 22);

  final InMemorySwarm swarm = InMemorySwarm.withNodes("m1", "w1");
  final VirtualTimeline timeline = swarm.timeline();
  final SwarmEngine engine = swarm.connection().swarm();
  final EngineConnection connection =
      FailoverConnection.over(List.of(new Manager("m1", swarm.connection())), timeline);
  final List<String> told = new ArrayList<>();

  /** The lock in the hands of the first. */
  HeldLock userA() throws InterruptedException {
    return ((LockAttempt.Taken) attempt(USER_A, ZERO)).lock();
  }

  /** What comes of the wish of the second for it. */
  LockAttempt userB(Duration patience) throws InterruptedException {
    return attempt(USER_B, patience);
  }

  private LockAttempt attempt(Operator operator, Duration patience) throws InterruptedException {
    return attempt(connection, operator, patience);
  }

  LockAttempt attempt(EngineConnection through, Operator operator, Duration patience)
      throws InterruptedException {
    return new StackLock(through, timeline)
        .acquire("shop", "deploy", operator, Deadline.in(patience, timeline), this);
  }

  /** Lets the first renew the lock for so long, as whoever holds it does while at work. */
  void keeps(HeldLock lock, Duration time) {
    Instant end = timeline.instant().plus(time);
    timeline.schedule(
        timeline.instant().plus(Lease.DEFAULT.interval()), () -> renewUntil(end, lock));
  }

  private void renewUntil(Instant end, HeldLock lock) {
    if (timeline.instant().isBefore(end)) {
      lock.renewIfDue();
      timeline.schedule(
          timeline.instant().plus(Lease.DEFAULT.interval()), () -> renewUntil(end, lock));
    }
  }

  boolean isLocked() {
    return swarm.find(ResourceKind.CONFIG, "shop.swarmha.lock").isPresent();
  }

  LockHolder holder() {
    return StackLock.holder("shop", engine).orElseThrow();
  }

  Resource config() {
    return swarm.find(ResourceKind.CONFIG, "shop.swarmha.lock").orElseThrow();
  }

  @Override
  public void awaited(LockHolder holder, boolean overdue) {
    told.add(at() + (overdue ? " overdue: " : " awaited: ") + holder.owner());
  }

  @Override
  public void takenOver(LockHolder holder) {
    told.add(at() + " taken over from " + holder.owner());
  }

  private String at() {
    return timeline.elapsed().toSeconds() + "s";
  }
}
