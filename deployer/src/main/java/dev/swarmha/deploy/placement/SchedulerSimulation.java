package dev.swarmha.deploy.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where Swarm's scheduler puts new tasks of one service (swarmkit {@code
 * manager/scheduler/scheduler.go}). It takes all tasks that wait at once: shares them out among the
 * values of the spread preferences, so that each value comes to have as many of the service's
 * tasks; and within a value fills the nodes that have fewest, up to the next, and then goes round.
 */
public final class SchedulerSimulation {

  private final Chance chance;
  private final int group;
  private final int[] added;
  private int left;

  private SchedulerSimulation(Chance chance, int nodes, int group) {
    this.chance = chance;
    this.group = group;
    this.added = new int[nodes];
    this.left = group;
  }

  /**
   * Places tasks.
   *
   * @param tasks how many wait
   * @param chance what decides where the rules leave it open
   * @return how many each candidate gets, in their order; fewer than there are tasks where there is
   *     no room
   */
  public static List<Integer> place(List<Candidate> candidates, int tasks, Chance chance) {
    SchedulerSimulation simulation = new SchedulerSimulation(chance, candidates.size(), tasks);
    if (tasks > 0 && !candidates.isEmpty()) {
      simulation.share(PlacementBranch.of(candidates), tasks);
    }
    return Arrays.stream(simulation.added).boxed().toList();
  }

  /** Puts up to so many tasks into a branch, and tells how many found room there. */
  private int share(PlacementBranch branch, int tasks) {
    if (branch.isLeaf()) {
      return fill(branch.best(group, chance), tasks);
    }
    int placed = 0;
    List<PlacementBranch> open = new ArrayList<>(branch.branches());
    int there = branch.tasks();
    while (placed != tasks && !open.isEmpty()) {
      int wanted = there + tasks - placed;
      int each = wanted / open.size();
      int over = wanted % open.size();
      for (PlacementBranch next : chance.order(List.copyOf(open))) {
        int lacking = each - next.tasks() + (over > 0 ? 1 : 0);
        if (lacking <= 0 || next.tasks() > each) {
          continue;
        }
        int found = share(next, lacking);
        if (found < lacking) {
          open.remove(next);
          there -= next.tasks();
        } else if (over > 0) {
          over--;
        }
        placed += found;
      }
    }
    return placed;
  }

  /** The first round goes on to the next node once that has fewer; later ones take each in turn. */
  private int fill(List<Seat> nodes, int tasks) {
    int placed = 0;
    int at = 0;
    while (left > 0 && !nodes.isEmpty()) {
      Seat here = nodes.get(at % nodes.size());
      here.take();
      added[here.index()]++;
      left--;
      placed++;
      if (placed == tasks) {
        break;
      }
      boolean firstRound = at + 1 < nodes.size();
      if (!firstRound || Seat.BEST.compare(nodes.get(at + 1), here) < 0) {
        at++;
      }
      int from = at;
      while (!nodes.get(at % nodes.size()).hasRoom()) {
        at++;
        if (at - from == nodes.size()) {
          return placed;
        }
      }
    }
    return placed;
  }
}
