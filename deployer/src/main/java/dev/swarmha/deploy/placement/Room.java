package dev.swarmha.deploy.placement;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Amounts;
import dev.swarmha.engine.Snapshot;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the nodes that there are could run all tasks of a service if nothing else ran. Nodes may
 * join, so that this is never more than a warning.
 */
final class Room {

  /** What speaks against a node whatever runs on it. */
  private static final Set<SchedulerFilter> LASTING =
      EnumSet.of(
          SchedulerFilter.READY,
          SchedulerFilter.PLUGINS,
          SchedulerFilter.CONSTRAINTS,
          SchedulerFilter.PLATFORM);

  /** What speaks against a node because of what runs on it. */
  private static final Set<SchedulerFilter> PASSING = EnumSet.complementOf(EnumSet.copyOf(LASTING));

  private Room() {}

  /** What is too small for the service, in words. */
  static Optional<String> shortage(Mapping spec, Snapshot snapshot, NetworkDrivers networks) {
    Mapping mode = spec.mapping("Mode");
    if (!mode.has("Replicated") && !mode.has("Global")) {
      return Optional.empty();
    }
    TaskNeeds needs = TaskNeeds.of(spec, Optional.empty(), networks);
    Placement empty = Placement.judge(needs, snapshot.without(task -> true));
    long replicas = mode.mapping("Replicated").number("Replicas").orElse(1L);
    if (!empty.fitsSomewhere()) {
      return replicas == 0
          ? Optional.empty()
          : Optional.of(
              "no node suits it now ("
                  + empty.engineWords()
                  + "); its tasks cannot start until one does");
    }
    long most = empty.fitting().stream().mapToLong(fit -> most(needs, fit)).reduce(0, Room::sum);
    return mode.has("Replicated") && replicas > most
        ? Optional.of(tooMany(replicas, most, needs, empty.fitting()))
        : Optional.empty();
  }

  private static String tooMany(long replicas, long most, TaskNeeds needs, List<NodeFit> suiting) {
    return replicas
        + " replicas are wanted, and the "
        + (suiting.size() == 1 ? "node that suits" : suiting.size() + " nodes that suit")
        + " have room for "
        + most
        + " at most"
        + because(needs)
        + "; the others wait until there is more";
  }

  private static String because(TaskNeeds needs) {
    if (needs.maxReplicas() > 0) {
      return " (max_replicas_per_node: " + needs.maxReplicas() + ")";
    }
    return needs.hostPorts().stream()
        .map(HostPort::toString)
        .sorted()
        .findFirst()
        .map(port -> " (a node has port " + port + " only once)")
        .orElse(" (by what they reserve)");
  }

  /** How many tasks an empty node could run. */
  private static long most(TaskNeeds needs, NodeFit fit) {
    return most(needs, fit.node().description().capacity(), 0);
  }

  /** Whether a node would take a task if nothing were on it, as far as its filters can tell. */
  static boolean suits(TaskNeeds needs, NodeLoad load) {
    return accepted(LASTING, needs, load);
  }

  /**
   * How many more tasks of its service a node would take that suits; 0 where it is full already.
   */
  static long more(TaskNeeds needs, NodeLoad load) {
    if (!accepted(PASSING, needs, load)) {
      return 0;
    }
    Amounts free = needs.reserved().isNone() ? Amounts.NONE : load.free();
    long there = needs.maxReplicas() == 0 ? 0 : needs.service().map(load::countOf).orElse(0L);
    return most(needs, free, there);
  }

  private static boolean accepted(Set<SchedulerFilter> filters, TaskNeeds needs, NodeLoad load) {
    for (SchedulerFilter filter : filters) {
      if (!filter.accepts(needs, load)) {
        return false;
      }
    }
    return true;
  }

  private static long most(TaskNeeds needs, Amounts free, long there) {
    Amounts each = needs.reserved();
    long most = needs.hostPorts().isEmpty() ? Long.MAX_VALUE : 1;
    if (needs.maxReplicas() > 0) {
      most = Math.min(most, needs.maxReplicas() - there);
    }
    most = Math.min(most, times(each.nanoCpus(), free.nanoCpus()));
    most = Math.min(most, times(each.memoryBytes(), free.memoryBytes()));
    for (Map.Entry<String, Long> piece : each.generic().entrySet()) {
      most =
          Math.min(most, times(piece.getValue(), free.generic().getOrDefault(piece.getKey(), 0L)));
    }
    return most;
  }

  private static long times(long each, long all) {
    return each == 0 ? Long.MAX_VALUE : all / each;
  }

  private static long sum(long one, long other) {
    return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
  }
}
