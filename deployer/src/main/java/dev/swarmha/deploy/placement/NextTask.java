package dev.swarmha.deploy.placement;

import dev.swarmha.engine.Node;
import dev.swarmha.engine.Resource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Where the scheduler would put one more task of a service.
 *
 * @param allowed the nodes of which it takes one, which one is left to chance; none where no node
 *     suits
 * @param others why it takes none of the others, in words
 */
public record NextTask(List<Node> allowed, Map<Node, String> others) {

  public NextTask {
    allowed = List.copyOf(allowed);
    others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
  }

  /** That of a service. */
  public static NextTask of(Resource service, NodeLoads loads) {
    List<Candidate> candidates = loads.candidates(service);
    TreeSet<Integer> chosen = new TreeSet<>();
    Outcomes.ofPlacing(candidates, 1)
        .forEach(outcome -> chosen.addAll(List.of(outcome.indexOf(1))));
    chosen.remove(-1);
    List<Node> allowed = new ArrayList<>();
    chosen.forEach(index -> allowed.add(candidates.get(index).node()));
    Map<Node, String> others = new LinkedHashMap<>();
    for (NodeFit fit : loads.judge(service).nodes()) {
      if (!fit.fits()) {
        others.put(fit.node(), fit.words());
      } else if (!allowed.contains(fit.node())) {
        Candidate passed = find(candidates, fit.node());
        others.put(fit.node(), why(passed, candidates.get(chosen.first()), candidates));
      }
    }
    return new NextTask(allowed, others);
  }

  private static Candidate find(List<Candidate> candidates, Node node) {
    return candidates.stream().filter(each -> each.node().equals(node)).findFirst().orElseThrow();
  }

  /** In the order in which the scheduler decides. */
  private static String why(Candidate passed, Candidate taken, List<Candidate> candidates) {
    for (int depth = 1; depth <= passed.branch().size(); depth++) {
      List<String> mine = passed.branch().subList(0, depth);
      List<String> other = taken.branch().subList(0, depth);
      if (!mine.equals(other)) {
        return "\"%s\" has %d of its tasks, \"%s\" has %d"
            .formatted(last(mine), tasks(mine, candidates), last(other), tasks(other, candidates));
      }
    }
    String better = taken.node().hostname();
    if (Math.max(passed.failures(), taken.failures()) >= Seat.MANY_FAILURES) {
      return "its tasks have failed %d times of late, on %s %d times"
          .formatted(passed.failures(), better, taken.failures());
    }
    return passed.own() == taken.own()
        ? "it has %d tasks in all, %s has %d".formatted(passed.all(), better, taken.all())
        : "it has %d of its tasks, %s has %d".formatted(passed.own(), better, taken.own());
  }

  private static String last(List<String> branch) {
    return branch.get(branch.size() - 1);
  }

  private static int tasks(List<String> branch, List<Candidate> candidates) {
    return candidates.stream()
        .filter(each -> each.branch().subList(0, branch.size()).equals(branch))
        .mapToInt(Candidate::own)
        .sum();
  }
}
