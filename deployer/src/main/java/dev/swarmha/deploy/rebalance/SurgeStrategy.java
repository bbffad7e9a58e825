package dev.swarmha.deploy.rebalance;

import dev.swarmha.deploy.placement.Candidate;
import dev.swarmha.deploy.placement.Chance;
import dev.swarmha.deploy.plan.Replicas;
import dev.swarmha.deploy.plan.SurgeMemory;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Resource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Scales a service up by as many tasks as the emptier nodes lack, and back: the scheduler puts new
 * tasks where there are fewest, and scaling back takes from where there are most. Of all numbers
 * the smallest is taken that leads to the best spread.
 */
final class SurgeStrategy implements Strategy {

  /** How many numbers in a row must bring nothing before larger ones are not tried. */
  private static final int IN_VAIN = 8;

  @Override
  public Attempt on(Resource service, List<Candidate> nodes, int budget) {
    int replicas = (int) Replicas.of(service.spec());
    Balance now = Balance.of(nodes, Course.own(nodes));
    int best = nodes.isEmpty() ? 0 : best(nodes, replicas, budget, now);
    if (best > 0) {
      List<Integer> probable = Course.surged(nodes, best, replicas, Chance.NONE);
      return Attempt.of(
          new Move(
              service,
              best,
              nodes.stream().map(Candidate::node).toList(),
              Course.own(nodes),
              Reach.of(nodes, chance -> Course.surged(nodes, best, replicas, chance)),
              probable));
    }
    boolean limited = budget < replicas && !nodes.isEmpty();
    int unlimited = limited ? best(nodes, replicas, replicas, now) : 0;
    return Attempt.none(
        unlimited > 0
            ? "it needs more moves than are left of --max-moves: " + Spread.of(nodes)
            : notBetter(nodes));
  }

  private static int best(List<Candidate> nodes, int replicas, int budget, Balance now) {
    int best = 0;
    Balance least = now;
    List<Integer> tasks = Course.own(nodes);
    int bound = Math.min(replicas, budget);
    for (int more = 1; more <= bound && more - best <= IN_VAIN && !isEven(nodes, tasks); more++) {
      Optional<List<Integer>> surged = Course.surged(nodes, more, replicas);
      if (surged.isEmpty()) {
        break;
      }
      Balance then = Balance.of(nodes, surged.get());
      if (then.isBetterThan(least)) {
        best = more;
        least = then;
        tasks = surged.get();
      }
    }
    return best;
  }

  /** Whether nothing can be better: no preferences, and no node that takes tasks lacks two. */
  private static boolean isEven(List<Candidate> nodes, List<Integer> tasks) {
    int most = Collections.max(tasks);
    for (int node = 0; node < nodes.size(); node++) {
      Candidate candidate = nodes.get(node);
      boolean lacks = candidate.takesTasks() && most - tasks.get(node) > 1;
      if (lacks || !candidate.branch().isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private static String notBetter(List<Candidate> nodes) {
    String spread = Spread.of(nodes);
    int most = nodes.stream().mapToInt(Candidate::own).max().orElse(0);
    boolean even =
        nodes.stream().filter(Candidate::takesTasks).allMatch(node -> most - node.own() <= 1);
    if (even) {
      return "balanced already: " + spread;
    }
    boolean full =
        nodes.stream()
            .filter(node -> node.takesTasks() && most - node.own() > 1)
            .noneMatch(node -> node.room() > 0);
    if (full) {
      return "the emptier nodes have no room for more of its tasks: " + spread;
    }
    return nodes.stream().allMatch(node -> node.branch().isEmpty())
        ? "scaling up and back would not make it more even: " + spread
        : "balanced by its placement preferences, as far as scaling up and back can: " + spread;
  }

  @Override
  public Mapping written(Move move) {
    return SurgeMemory.raised(move.service().spec(), move.tasks());
  }

  @Override
  public String cause(Move move) {
    long replicas = Replicas.of(move.service().spec());
    return "replicas "
        + replicas
        + " -> "
        + (replicas + move.tasks())
        + " -> "
        + replicas
        + ": "
        + move.words();
  }
}
