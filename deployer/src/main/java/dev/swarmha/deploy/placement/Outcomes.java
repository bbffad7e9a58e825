package dev.swarmha.deploy.placement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/**
 * Everything that a computation can come to whose choices are left to chance: run again for each
 * way in which they may fall, as long as these are few, and otherwise for some of them.
 */
public final class Outcomes {

  /** A chance that falls in the way of a script, and notes how many ways there were. */
  private static final class Script implements Chance {
    private final List<Integer> turns;
    private final List<Integer> options = new ArrayList<>();

    private Script(List<Integer> turns) {
      this.turns = turns;
    }

    @Override
    public <T> List<T> order(List<T> equals) {
      List<T> rest = new ArrayList<>(equals);
      List<T> ordered = new ArrayList<>();
      while (rest.size() > 1) {
        int turn = options.size() < turns.size() ? turns.get(options.size()) : 0;
        options.add(rest.size());
        ordered.add(rest.remove(turn));
      }
      ordered.addAll(rest);
      return ordered;
    }

    /** The next way in which things may fall; empty after the last. */
    private List<Integer> next() {
      List<Integer> following = new ArrayList<>(turns);
      while (following.size() < options.size()) {
        following.add(0);
      }
      for (int last = options.size() - 1; last >= 0; last--) {
        if (following.get(last) + 1 < options.get(last)) {
          following.set(last, following.get(last) + 1);
          return following.subList(0, last + 1);
        }
      }
      return List.of();
    }
  }

  /** A chance that falls anyhow, but each time the same. */
  private static final class Shuffle implements Chance {
    private final Random random;

    private Shuffle(long seed) {
      random = new Random(seed);
    }

    @Override
    public <T> List<T> order(List<T> equals) {
      List<T> ordered = new ArrayList<>(equals);
      Collections.shuffle(ordered, random);
      return ordered;
    }
  }

  private static final int MANY = 20_000;

  private Outcomes() {}

  /**
   * What a computation comes to.
   *
   * @param limit the most ways that are tried one by one
   * @param samples how many are tried where there are more
   */
  public static <T> Set<T> of(Function<Chance, T> computation, int limit, int samples) {
    Set<T> found = new LinkedHashSet<>();
    List<Integer> turns = List.of();
    for (int run = 0; run < limit; run++) {
      Script script = new Script(turns);
      found.add(computation.apply(script));
      turns = script.next();
      if (turns.isEmpty()) {
        return found;
      }
    }
    for (long seed = 0; seed < samples; seed++) {
      found.add(computation.apply(new Shuffle(seed)));
    }
    return found;
  }

  /** All that the scheduler may do with new tasks, by candidate in their order. */
  public static Set<List<Integer>> ofPlacing(List<Candidate> candidates, int tasks) {
    return of(chance -> SchedulerSimulation.place(candidates, tasks, chance), MANY, MANY);
  }
}
