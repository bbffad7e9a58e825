package dev.swarmha.wait;

import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.time.Deadline;
import java.time.Duration;
import java.util.List;

/**
 * What is watched beside the services, in the rounds of the same wait: it sees what the wait sees,
 * is at work while the wait rests, and has a say in how it ends.
 */
public interface Watch {

  /** Nothing: the wait rests, and ends when the services say so. */
  Watch NOTHING = new Nothing();

  /**
   * Sees the swarm as it is now.
   *
   * @param settled whether all services that are waited for have converged
   */
  void observe(Snapshot snapshot, boolean settled);

  /**
   * Lets this much time pass, or less where something is decided meanwhile.
   *
   * @throws InterruptedException when the command is interrupted meanwhile
   */
  void pass(Duration time, Deadline deadline) throws InterruptedException;

  /** Why the wait cannot succeed any more; empty while it can. */
  List<Reason> failures();

  /**
   * What is still missing now that all services have converged.
   *
   * @param lead the words with which each reason begins
   */
  List<Reason> missing(String lead);

  /** Watches nothing. */
  final class Nothing implements Watch {

    private Nothing() {}

    @Override
    public void observe(Snapshot snapshot, boolean settled) {}

    @Override
    public void pass(Duration time, Deadline deadline) throws InterruptedException {
      deadline.sleepAtMost(time);
    }

    @Override
    public List<Reason> failures() {
      return List.of();
    }

    @Override
    public List<Reason> missing(String lead) {
      return List.of();
    }
  }
}
