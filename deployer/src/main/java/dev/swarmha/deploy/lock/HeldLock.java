package dev.swarmha.deploy.lock;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.StaleVersionException;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.time.DurationText;
import dev.swarmha.engine.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A lock that is ours, as long as it is renewed. A renewal writes to the very version that was read
 * with our token in it: if it succeeds, nobody else has had the lock meanwhile, however late it is.
 */
public final class HeldLock {

  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

  /** By what the lock is known to be ours. */
  record Proof(ResourceId id, String token) {
    Proof {
      requireNonNull(id, "id");
      requireNonNull(token, "token");
    }
  }

  private final EngineConnection connection;
  private final Timeline timeline;
  private final LockRequest request;
  private final Proof proof;
  private Instant renewed;
  private Instant next;
  private Optional<String> lost = Optional.empty();

  HeldLock(
      EngineConnection connection,
      Timeline timeline,
      LockRequest request,
      Proof proof,
      Instant renewed) {
    this.connection = connection;
    this.timeline = timeline;
    this.request = request;
    this.proof = proof;
    this.renewed = renewed;
    this.next = renewed.plus(request.lease().interval());
  }

  /** A connection over which nothing is written unless the lock is ours. */
  public EngineConnection guard(EngineConnection connection) {
    return new HeldConnection(connection, this);
  }

  /** A time in which whoever waits renews the lock meanwhile. */
  public Timeline guard(Timeline unguarded) {
    return new HeldTimeline(unguarded, this);
  }

  /** The time until the next renewal; zero when it is due. */
  Duration untilRenewal() {
    Duration left = Duration.between(timeline.instant(), next);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /**
   * Renews the lock, if it is time. An Engine that is away is asked again soon.
   *
   * @throws LockLostException when somebody else has the lock, or has removed it
   */
  void renewIfDue() {
    requireNotLost();
    if (untilRenewal().isZero()) {
      tryToRenew(connection.impatientSwarm());
    }
  }

  /**
   * Makes sure that the lock is ours, before a change, and for as long as a change may take.
   *
   * @throws LockLostException when it is not, or when nobody can tell
   */
  void require() {
    renewIfDue();
    if (age().compareTo(request.lease().half()) < 0) {
      return;
    }
    Optional<EngineException> away = tryToRenew(connection.swarm());
    if (away.isPresent()) {
      throw new LockLostException(
          name()
              + " could not be renewed for "
              + DurationText.of(age())
              + ", and somebody else may change the stack soon ("
              + away.get().getMessage()
              + ")");
    }
  }

  private Duration age() {
    return Duration.between(renewed, timeline.instant());
  }

  private void requireNotLost() {
    if (lost.isPresent()) {
      throw new LockLostException(lost.get());
    }
  }

  /** Renews it; or returns why the Engine did not let us. */
  private Optional<EngineException> tryToRenew(SwarmEngine engine) {
    Instant begun = timeline.instant();
    next = begun.plus(BETWEEN_TRIES);
    try {
      renew(engine);
      renewed = begun;
      next = begun.plus(request.lease().interval());
      return Optional.empty();
    } catch (EngineInterruptedException interrupted) {
      throw interrupted;
    } catch (EngineException away) {
      return Optional.of(away);
    }
  }

  private void renew(SwarmEngine engine) {
    Resource lock = ours(engine);
    try {
      engine.update(lock, lock.spec(), WriteOptions.NONE);
    } catch (StaleVersionException | NotFoundException changed) {
      ours(engine);
      throw changed;
    }
  }

  private Resource ours(SwarmEngine engine) {
    Resource lock =
        engine
            .find(ResourceKind.CONFIG, proof.id())
            .orElseThrow(() -> lose("somebody has removed " + name()));
    if (!LockObject.isHeldWith(proof.token(), lock)) {
      LockHolder other = LockObject.holder(lock);
      throw lose(
          other.owner()
              + " has taken over "
              + name()
              + " at "
              + other.since()
              + ": "
              + other.reason());
    }
    return lock;
  }

  private LockLostException lose(String why) {
    lost = Optional.of(why);
    return new LockLostException(why);
  }

  /**
   * Gives the lock back, also while the command is being interrupted. Where nobody can tell whether
   * it is still ours, it is left to run out; no election is waited for, at the end of a command
   * that may have given up because of it.
   *
   * @return why it could not be given back; empty if all is well, or if the loss is known already
   */
  public Optional<String> release() {
    if (lost.isPresent()) {
      return Optional.empty();
    }
    boolean interrupted = Thread.interrupted();
    try {
      SwarmEngine engine = connection.impatientSwarm();
      if (untilRenewal().isZero()) {
        renew(engine);
      }
      engine.remove(ours(engine));
      return Optional.empty();
    } catch (LockLostException sooner) {
      return lost;
    } catch (EngineException away) {
      return Optional.of(
          name()
              + " could not be given back, and is over in "
              + DurationText.of(request.lease().length())
              + " at the latest: "
              + away.getMessage());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private String name() {
    return "the lock of stack " + request.stack();
  }
}
