package dev.swarmha.deploy;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.lock.HeldLock;
import dev.swarmha.deploy.lock.LockAttempt;
import dev.swarmha.deploy.lock.LockHolder;
import dev.swarmha.deploy.lock.LockListener;
import dev.swarmha.deploy.lock.LockLostException;
import dev.swarmha.deploy.lock.StackLock;
import dev.swarmha.deploy.outcome.DeployReport;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.wait.Reason;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Changes a stack under its lock, so that nobody else changes it at the same time: waits for the
 * lock, lends the work a world in which the lock is renewed and every write needs it, and gives it
 * back, however the work ends.
 */
public final class ExclusiveWork {

  /** What is done under the lock. */
  @FunctionalInterface
  public interface Work {
    Outcome run(World world);
  }

  private final World world;
  private final String stack;

  public ExclusiveWork(World world, String stack) {
    this.world = requireNonNull(world, "world");
    this.stack = requireNonNull(stack, "stack");
  }

  /**
   * Does the work; or ends as locked, or interrupted, without a look at the stack.
   *
   * @param reason what for, in words that others see
   * @param patience how long to wait for somebody else who has the lock
   */
  public Outcome run(String reason, Duration patience, Work work) {
    LockAttempt attempt;
    try {
      attempt =
          new StackLock(world.connection(), world.timeline())
              .acquire(
                  stack,
                  reason,
                  world.operator(),
                  Deadline.in(patience, world.timeline()),
                  new Announcer());
    } catch (InterruptedException | EngineInterruptedException interrupted) {
      return new Outcome.Interrupted(
          "interrupted before stack " + stack + " was locked; it has not been changed");
    }
    return attempt instanceof LockAttempt.Taken taken
        ? under(taken.lock(), work)
        : locked(((LockAttempt.Refused) attempt).holder());
  }

  private Outcome under(HeldLock lock, Work work) {
    World held =
        new World(
            lock.guard(world.connection()),
            world.prober(),
            lock.guard(world.timeline()),
            world.sink(),
            world.operator());
    try {
      return work.run(held);
    } finally {
      lock.release().ifPresent(why -> world.sink().on(new ProgressEvent.Noted(why)));
    }
  }

  private static Outcome locked(LockHolder holder) {
    return new Outcome.Locked(
        "stack "
            + holder.stack()
            + " is locked by "
            + holder
            + "; the lock ends at "
            + holder.expires().truncatedTo(ChronoUnit.SECONDS)
            + " unless it is renewed; to wait for it: --lock-timeout",
        holder);
  }

  /** Tells whoever listens. */
  private final class Announcer implements LockListener {
    @Override
    public void awaited(LockHolder holder, boolean overdue) {
      world.sink().on(new ProgressEvent.LockAwaited(holder, overdue));
    }

    @Override
    public void takenOver(LockHolder holder) {
      world.sink().on(new ProgressEvent.LockTakenOver(holder));
    }
  }

  /**
   * How work ends whose lock is lost: the stack is somebody else's now, and stays as it is.
   *
   * @param state how the work leaves it, in words
   */
  static Outcome stopped(String stack, String state, Duration duration, LockLostException lost) {
    String why = String.valueOf(lost.getMessage());
    List<Reason> reasons = List.of(Reason.ofService(stack, why));
    DeployReport report =
        new DeployReport(
            stack, Optional.empty(), Optional.empty(), duration, List.of(), List.of(), reasons);
    return new Outcome.Failed(
        "stopped, since the lock was lost; stack "
            + stack
            + " was left as it is: "
            + state
            + "; see: swarmha status "
            + stack,
        Optional.of(report),
        reasons);
  }
}
