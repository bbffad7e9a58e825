package dev.swarmha.deploy.placement;

import java.util.Comparator;

/** A candidate while tasks are being placed on it. */
final class Seat {

  /**
   * The better node first: where the service has not failed again and again (five times), then
   * where it has fewest tasks, then where there are fewest tasks.
   */
  static final Comparator<Seat> BEST = Seat::compare;

  static final int MANY_FAILURES = 5;

  private final int index;
  private final int failures;
  private int own;
  private int all;
  private long room;

  Seat(int index, Candidate candidate) {
    this.index = index;
    this.failures = candidate.failures() >= MANY_FAILURES ? candidate.failures() : 0;
    this.own = candidate.own();
    this.all = candidate.all();
    this.room = candidate.room();
  }

  private static int compare(Seat one, Seat other) {
    if (one.failures != other.failures) {
      return Integer.compare(one.failures, other.failures);
    }
    return one.own == other.own
        ? Integer.compare(one.all, other.all)
        : Integer.compare(one.own, other.own);
  }

  /** The candidate's place in the list. */
  int index() {
    return index;
  }

  boolean hasRoom() {
    return room > 0;
  }

  void take() {
    own++;
    all++;
    room--;
  }
}
