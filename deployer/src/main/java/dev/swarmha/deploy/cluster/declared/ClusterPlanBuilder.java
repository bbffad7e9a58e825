package dev.swarmha.deploy.cluster.declared;

import dev.swarmha.deploy.cluster.declared.ClusterStep.Deed;
import dev.swarmha.deploy.cluster.declared.ClusterStep.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Collects the steps of a cluster's plan in order, and what else there is to say. */
final class ClusterPlanBuilder {

  private final List<ClusterStep> steps = new ArrayList<>();
  private final List<String> refusals = new ArrayList<>();
  private final List<String> shortfalls = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /** What a step changes: {@code machine}, {@code swarm} or a kind of object, and which one. */
  record Target(String kind, String name) {}

  /** Adds a step, and returns its number. */
  int add(Verb verb, Target target, String cause, Set<Integer> after, Deed deed) {
    int number = steps.size() + 1;
    steps.add(new ClusterStep(number, verb, target.kind(), target.name(), cause, after, deed));
    return number;
  }

  /** The numbers of the steps so far that do one of these things. */
  Set<Integer> numbers(Set<Verb> verbs) {
    Set<Integer> numbers = new TreeSet<>();
    steps.stream()
        .filter(step -> verbs.contains(step.verb()))
        .forEach(step -> numbers.add(step.number()));
    return numbers;
  }

  void refuse(String refusal) {
    refusals.add(refusal);
  }

  void fallShort(String shortfall) {
    shortfalls.add(shortfall);
  }

  void note(String note) {
    notes.add(note);
  }

  ClusterPlan build() {
    return refusals.isEmpty()
        ? new ClusterPlan(steps, List.of(), shortfalls, notes)
        : ClusterPlan.refused(refusals);
  }
}
