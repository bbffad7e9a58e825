package dev.swarmha.deploy.lock;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Who holds the lock of a stack, as the swarm tells it to everybody.
 *
 * @param owner {@code USER@MACHINE (pid PROCESS)}
 * @param reason what the stack is locked for, such as {@code deploy}
 * @param since when the owner took it, by the owner's clock
 * @param renewed when it was taken or last renewed, by the swarm's clock
 */
public record LockHolder(
    String stack, String owner, String reason, Instant since, Instant renewed, Lease lease) {

  public LockHolder {
    requireNonNull(stack, "stack");
    requireNonNull(owner, "owner");
    requireNonNull(reason, "reason");
    requireNonNull(since, "since");
    requireNonNull(renewed, "renewed");
    requireNonNull(lease, "lease");
  }

  /** When the lock is over, unless it is renewed before. */
  public Instant expires() {
    return renewed.plus(lease.length());
  }

  /** {@code ci@runner-7 (pid 4711) since 2026-03-01T12:00:00Z: deploy}. */
  @Override
  public String toString() {
    return owner + " since " + since.truncatedTo(ChronoUnit.SECONDS) + ": " + reason;
  }
}
