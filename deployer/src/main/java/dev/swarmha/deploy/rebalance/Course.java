package dev.swarmha.deploy.rebalance;

import dev.swarmha.deploy.placement.Candidate;
import dev.swarmha.deploy.placement.Chance;
import dev.swarmha.deploy.placement.ScaleDown;
import dev.swarmha.deploy.placement.SchedulerSimulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What becomes of a service's tasks when it is scaled or restarted. Pure. */
final class Course {

  private Course() {}

  /** Where tasks are once a service has been scaled up by some, and back. */
  static List<Integer> surged(List<Candidate> nodes, int more, int replicas, Chance chance) {
    return ScaleDown.keep(
        sum(nodes, SchedulerSimulation.place(nodes, more, chance)), replicas, chance);
  }

  /** The same where chance falls the first way; empty where not all new tasks find room. */
  static Optional<List<Integer>> surged(List<Candidate> nodes, int more, int replicas) {
    List<Integer> added = SchedulerSimulation.place(nodes, more, Chance.NONE);
    int placed = added.stream().mapToInt(Integer::intValue).sum();
    return placed == more
        ? Optional.of(ScaleDown.keep(sum(nodes, added), replicas, Chance.NONE))
        : Optional.empty();
  }

  /** Where tasks are once each has been replaced, one after the other. */
  static List<Integer> restarted(List<Candidate> nodes, boolean startFirst, Chance chance) {
    List<Integer> old = new ArrayList<>();
    for (int node = 0; node < nodes.size(); node++) {
      for (int task = 0; task < nodes.get(node).own(); task++) {
        old.add(node);
      }
    }
    List<Candidate> now = new ArrayList<>(nodes);
    for (int node : chance.order(old)) {
      if (!startFirst) {
        now.set(node, now.get(node).with(-1));
      }
      int target = SchedulerSimulation.place(now, 1, chance).indexOf(1);
      if (target >= 0) {
        now.set(target, now.get(target).with(1));
      }
      if (startFirst) {
        now.set(node, now.get(node).with(-1));
      }
    }
    return own(now);
  }

  static List<Integer> own(List<Candidate> nodes) {
    return nodes.stream().map(Candidate::own).toList();
  }

  private static List<Integer> sum(List<Candidate> nodes, List<Integer> added) {
    List<Integer> sum = new ArrayList<>();
    for (int node = 0; node < nodes.size(); node++) {
      sum.add(nodes.get(node).own() + added.get(node));
    }
    return sum;
  }
}
