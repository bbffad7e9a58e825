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

/** A swarm in which ann and bob lock the stack shop, and what bob is told meanwhile. */
final class LockScene implements LockListener {

  static final Operator ANN = new Operator("ann", "laptop", 11);
  static final Operator BOB = new Operator("bob", "desk", 22);

  final InMemorySwarm swarm = InMemorySwarm.withNodes("m1", "w1");
  final VirtualTimeline timeline = swarm.timeline();
  final SwarmEngine engine = swarm.connection().swarm();
  final EngineConnection connection =
      FailoverConnection.over(List.of(new Manager("m1", swarm.connection())), timeline);
  final List<String> told = new ArrayList<>();

  /** The lock in ann's hands. */
  HeldLock ann() throws InterruptedException {
    return ((LockAttempt.Taken) attempt(ANN, ZERO)).lock();
  }

  /** What comes of bob's wish for it. */
  LockAttempt bob(Duration patience) throws InterruptedException {
    return attempt(BOB, patience);
  }

  private LockAttempt attempt(Operator operator, Duration patience) throws InterruptedException {
    return attempt(connection, operator, patience);
  }

  LockAttempt attempt(EngineConnection through, Operator operator, Duration patience)
      throws InterruptedException {
    return new StackLock(through, timeline)
        .acquire("shop", "deploy", operator, Deadline.in(patience, timeline), this);
  }

  /** Lets ann renew her lock for so long, as she does while she works. */
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
