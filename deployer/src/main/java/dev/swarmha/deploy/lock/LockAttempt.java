package dev.swarmha.deploy.lock;

import static java.util.Objects.requireNonNull;

/** What came of the wish to lock a stack. */
public sealed interface LockAttempt {

  /** The lock is ours. */
  record Taken(HeldLock lock) implements LockAttempt {
    public Taken {
      requireNonNull(lock, "lock");
    }
  }

  /** Somebody else holds it, and our time is over. */
  record Refused(LockHolder holder) implements LockAttempt {
    public Refused {
      requireNonNull(holder, "holder");
    }
  }
}
