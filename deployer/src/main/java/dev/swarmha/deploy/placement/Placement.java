package dev.swarmha.deploy.placement;

import dev.swarmha.deploy.placement.NodeFit.Refusal;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Snapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What each node says to one more task. */
public record Placement(List<NodeFit> nodes) {

  public Placement {
    nodes = List.copyOf(nodes);
  }

  /**
   * Asks every node of a snapshot, by the tasks that are in it; tasks of services that it lacks
   * count with what they reserve, and with the ports that they have open.
   */
  public static Placement judge(TaskNeeds needs, Snapshot snapshot) {
    return new Placement(
        snapshot.nodes().stream().map(node -> judge(needs, node, snapshot)).toList());
  }

  /** Asks one node, as the scheduler does for tasks that can go nowhere else. */
  public static NodeFit judge(TaskNeeds needs, Node node, Snapshot snapshot) {
    return judge(needs, NodeLoad.of(node, snapshot));
  }

  static NodeFit judge(TaskNeeds needs, NodeLoad load) {
    List<Refusal> refusals = new ArrayList<>();
    for (SchedulerFilter filter : SchedulerFilter.values()) {
      List<String> objections = filter.objections(needs, load);
      if (!objections.isEmpty()) {
        refusals.add(new Refusal(filter, String.join("; ", objections)));
      }
    }
    return new NodeFit(load.node(), refusals, needs.isUndecidable(load.node()));
  }

  /** The nodes against which nothing speaks. */
  public List<NodeFit> fitting() {
    return nodes.stream().filter(NodeFit::fits).toList();
  }

  public boolean fitsSomewhere() {
    return !fitting().isEmpty();
  }

  /** Whether the Engine says the same of the nodes, in whatever order. */
  public boolean agreesWith(String engineError) {
    String words = engineError.replaceFirst("^no suitable node \\((.*)\\)$", "$1");
    return !engineWords().isEmpty() && parts(words).equals(parts(engineWords()));
  }

  private static Set<String> parts(String words) {
    return Set.copyOf(Arrays.asList(words.split("; ")));
  }

  /**
   * The filters that speak against the nodes, in the Engine's words: each with the number of nodes
   * that fail there first, the most frequent first. Empty where some node fits.
   */
  public String engineWords() {
    if (fitsSomewhere()) {
      return "";
    }
    Map<SchedulerFilter, Integer> counts = new EnumMap<>(SchedulerFilter.class);
    nodes.stream()
        .flatMap(fit -> fit.first().stream())
        .forEach(filter -> counts.merge(filter, 1, Integer::sum));
    return counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .map(entry -> entry.getKey().count(entry.getValue()))
        .collect(Collectors.joining("; "));
  }
}
