package dev.swarmha.deploy.lock;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.Operator;
import dev.swarmha.deploy.OwnName;
import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.engine.time.Timeline;
import java.util.Optional;

/**
 * The lock of a stack: a config in the swarm. The name of a config is unique, so that only one can
 * create it; only the newest version of a config can be changed, so that a renewal tells its owner
 * whether somebody else has had the lock.
 */
public final class StackLock {

  private final EngineConnection connection;
  private final Timeline timeline;

  public StackLock(EngineConnection connection, Timeline timeline) {
    this.connection = requireNonNull(connection, "connection");
    this.timeline = requireNonNull(timeline, "timeline");
  }

  /**
   * Locks a stack, once nobody else holds the lock or its holder has let the lease run out.
   *
   * @param reason what for, in words that others see
   * @param deadline when to stop waiting for a holder that renews its lock
   * @throws EngineException when the Engine is away or refuses
   * @throws InterruptedException when the command is interrupted meanwhile; the lock is not ours
   *     then
   */
  public LockAttempt acquire(
      String stack, String reason, Operator operator, Deadline deadline, LockListener listener)
      throws InterruptedException {
    LockRequest request = new LockRequest(stack, reason, operator, Lease.DEFAULT);
    return new Acquisition(connection, timeline, request, listener).run(deadline);
  }

  /** Who holds the lock of a stack, or held it last without giving it back. */
  public static Optional<LockHolder> holder(String stack, SwarmEngine engine) {
    return find(engine, stack).filter(LockObject::isLock).map(LockObject::holder);
  }

  /** Whether a config is the lock of a stack. */
  public static boolean isLock(Resource resource) {
    return LockObject.isLock(resource);
  }

  static Optional<Resource> find(SwarmEngine engine, String stack) {
    return engine.list(ResourceKind.CONFIG, Selector.names(name(stack))).stream().findFirst();
  }

  static String name(String stack) {
    return OwnName.of(stack, "lock");
  }
}
