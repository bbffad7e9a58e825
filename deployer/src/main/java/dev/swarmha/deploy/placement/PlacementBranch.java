package dev.swarmha.deploy.placement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The nodes that share values of the first spread preferences. The tasks of the service are counted
 * on all of them, also on those that take none; a branch in which no node takes any is there too.
 */
final class PlacementBranch {

  private final Map<String, PlacementBranch> next = new LinkedHashMap<>();
  private List<Seat> seats = new ArrayList<>();
  private boolean chosen;
  private int tasks;

  private PlacementBranch() {}

  static PlacementBranch of(List<Candidate> candidates) {
    PlacementBranch root = new PlacementBranch();
    for (int index = 0; index < candidates.size(); index++) {
      Candidate candidate = candidates.get(index);
      PlacementBranch branch = root;
      branch.tasks += candidate.own();
      for (String value : candidate.branch()) {
        branch = branch.next.computeIfAbsent(value, any -> new PlacementBranch());
        branch.tasks += candidate.own();
      }
      branch.seats.add(new Seat(index, candidate));
    }
    return root;
  }

  boolean isLeaf() {
    return next.isEmpty();
  }

  Collection<PlacementBranch> branches() {
    return next.values();
  }

  /** The tasks of the service before any was placed. */
  int tasks() {
    return tasks;
  }

  /**
   * The nodes with room, the best first. As many as there are tasks are chosen once, and are the
   * only ones afterwards.
   */
  List<Seat> best(int limit, Chance chance) {
    List<Seat> best = new ArrayList<>(seats.size());
    for (Seat seat : seats) {
      if (seat.hasRoom()) {
        best.add(seat);
      }
    }
    best = best(best, limit, chance);
    if (!chosen) {
      seats = best;
      chosen = true;
    }
    return best;
  }

  /** Which of several that are as good come first is left to chance. */
  private static List<Seat> best(List<Seat> sorted, int limit, Chance chance) {
    sorted.sort(Seat.BEST);
    List<Seat> best = new ArrayList<>();
    for (int from = 0; from < sorted.size() && best.size() < limit; ) {
      int to = from + 1;
      while (to < sorted.size() && Seat.BEST.compare(sorted.get(from), sorted.get(to)) == 0) {
        to++;
      }
      best.addAll(
          to - from == 1
              ? sorted.subList(from, to)
              : chance.order(List.copyOf(sorted.subList(from, to))));
      from = to;
    }
    return best.size() > limit ? best.subList(0, limit) : best;
  }
}
