package dev.swarmha.deploy.lock;

/** Is told what becomes of an attempt to lock a stack that somebody else has locked. */
public interface LockListener {

  /** Nobody. */
  LockListener NONE =
      new LockListener() {
        @Override
        public void awaited(LockHolder holder, boolean overdue) {}

        @Override
        public void takenOver(LockHolder holder) {}
      };

  /**
   * Somebody holds the lock, and we wait. Told once for each holder, and once more when the
   * holder's lease is over.
   *
   * @param overdue the holder should have renewed the lock long ago: we only wait whether it does
   */
  void awaited(LockHolder holder, boolean overdue);

  /** The lock of a holder that has not renewed it is ours now. */
  void takenOver(LockHolder holder);
}
