package dev.swarmha.deploy.lock;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.Operator;
import java.time.Instant;

/** Who wants to lock which stack, what for, and for how long at a time. */
record LockRequest(String stack, String reason, Operator operator, Lease lease) {

  LockRequest {
    requireNonNull(stack, "stack");
    requireNonNull(reason, "reason");
    requireNonNull(operator, "operator");
    requireNonNull(lease, "lease");
  }

  LockHolder holderAt(Instant now) {
    return new LockHolder(stack, operator.toString(), reason, now, now, lease);
  }
}
