package dev.swarmha.deploy.placement;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Amounts;
import dev.swarmha.engine.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Whether the nodes that there are could run all tasks of a service if nothing else ran. Nodes may
 * join, so that this is never more than a warning.
 */
final class Room {

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
              "no node suits it now (" + empty.engineWords() + "); its tasks wait until one does");
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
    Amounts capacity = fit.node().description().capacity();
    Amounts each = needs.reserved();
    LongStream limits =
        LongStream.of(
            needs.maxReplicas() == 0 ? Long.MAX_VALUE : needs.maxReplicas(),
            needs.hostPorts().isEmpty() ? Long.MAX_VALUE : 1,
            times(each.nanoCpus(), capacity.nanoCpus()),
            times(each.memoryBytes(), capacity.memoryBytes()));
    LongStream pieces =
        each.generic().entrySet().stream()
            .mapToLong(
                piece ->
                    times(piece.getValue(), capacity.generic().getOrDefault(piece.getKey(), 0L)));
    return LongStream.concat(limits, pieces).min().orElse(Long.MAX_VALUE);
  }

  private static long times(long each, long all) {
    return each == 0 ? Long.MAX_VALUE : all / each;
  }

  private static long sum(long one, long other) {
    return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
  }
}
