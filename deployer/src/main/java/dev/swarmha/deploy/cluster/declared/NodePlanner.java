package dev.swarmha.deploy.cluster.declared;

import static java.util.stream.Collectors.joining;

import dev.swarmha.deploy.cluster.declared.ClusterPlanBuilder.Target;
import dev.swarmha.deploy.cluster.declared.ClusterStep.ChangeNode;
import dev.swarmha.deploy.cluster.declared.ClusterStep.Verb;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Node.Availability;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Labels and availability of one machine's node. Labels that the file does not have stay, and are
 * told.
 */
final class NodePlanner {

  private final ClusterPlanBuilder plan;
  private final Member member;

  NodePlanner(ClusterPlanBuilder plan, Member member) {
    this.plan = plan;
    this.member = member;
  }

  /**
   * Plans what the node lacks.
   *
   * @param after the number of the step by which it joins, if it does
   */
  void reconcile(Set<Integer> after) {
    Map<String, String> had = member.node().map(Node::labels).orElse(Map.of());
    Map<String, String> labels = new TreeMap<>(member.machine().labels());
    labels.entrySet().removeIf(label -> label.getValue().equals(had.get(label.getKey())));
    Optional<Availability> availability = availability();
    List<String> words = new ArrayList<>();
    if (!labels.isEmpty()) {
      words.add(
          "labels " + labels.entrySet().stream().map(Object::toString).collect(joining(", ")));
    }
    availability.ifPresent(wanted -> words.add("availability " + before() + word(wanted)));
    if (!words.isEmpty()) {
      plan.add(
          Verb.UPDATE,
          new Target(
              "node", member.node().map(Node::hostname).orElseGet(member.answer()::shortName)),
          String.join("; ", words),
          after,
          new ChangeNode(member.machine(), member.node().map(Node::id), labels, availability));
    }
    tellAdditionalLabels(had);
  }

  private Optional<Availability> availability() {
    Availability had = member.node().map(Node::availability).orElse(Availability.ACTIVE);
    return member
        .machine()
        .availability()
        .map(word -> Availability.valueOf(word.toUpperCase(Locale.ROOT)))
        .filter(wanted -> wanted != had);
  }

  private String before() {
    return member.node().map(node -> word(node.availability()) + " -> ").orElse("");
  }

  private static String word(Availability availability) {
    return availability.name().toLowerCase(Locale.ROOT);
  }

  private void tellAdditionalLabels(Map<String, String> had) {
    Set<String> others = new TreeSet<>(had.keySet());
    others.removeAll(member.machine().labels().keySet());
    if (!others.isEmpty()) {
      String name = member.node().map(Node::hostname).orElseThrow();
      plan.note(
          "node "
              + name
              + " has labels that the file does not: "
              + String.join(", ", others)
              + "; they stay (to remove one: swarmha node label "
              + name
              + " "
              + others.iterator().next()
              + "-)");
    }
  }
}
