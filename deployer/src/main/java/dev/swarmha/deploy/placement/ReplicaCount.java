package dev.swarmha.deploy.placement;

import dev.swarmha.deploy.plan.Plan;
import dev.swarmha.deploy.plan.Step;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Snapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be told of more replicas before they are asked for.
 *
 * @param excesses services of which so many are wanted that it looks like a slip
 * @param warnings services for which the swarm is too small as it is
 */
public record ReplicaCount(List<String> excesses, List<String> warnings) {

  /**
   * The Engine takes any number, and tries: tasks by the ten thousand keep its managers from
   * everything else. Well over what one node runs of one service as a rule.
   */
  private static final long MOST_ON_A_NODE = 100;

  public ReplicaCount {
    excesses = List.copyOf(excesses);
    warnings = List.copyOf(warnings);
  }

  /**
   * Looks at the services of which a plan makes more.
   *
   * @param swarm its services, nodes and networks
   */
  public static ReplicaCount of(Plan plan, Snapshot swarm) {
    List<String> excesses = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    NetworkDrivers networks = NetworkDrivers.of(swarm);
    long nodes = Math.max(1, swarm.nodes().stream().filter(ReplicaCount::takesTasks).count());
    for (Step step : plan.stepsFor(ResourceKind.SERVICE)) {
      Mapping spec = step.spec().orElse(Mapping.empty());
      long replicas = replicas(spec);
      if (replicas <= step.observed().map(service -> replicas(service.spec())).orElse(0L)) {
        continue;
      }
      if (replicas / nodes > MOST_ON_A_NODE) {
        excesses.add(words(step, replicas, nodes));
      }
      Room.shortage(spec, swarm, networks)
          .ifPresent(words -> warnings.add(step.target() + ": " + words));
    }
    return new ReplicaCount(excesses, warnings);
  }

  private static boolean takesTasks(Node node) {
    return node.isReady() && node.availability() == Node.Availability.ACTIVE;
  }

  private static long replicas(Mapping spec) {
    return spec.mapping("Mode").mapping("Replicated").number("Replicas").orElse(0L);
  }

  private static String words(Step step, long replicas, long nodes) {
    return step.target()
        + ": "
        + replicas
        + " replicas would be "
        + replicas / nodes
        + " on each of "
        + (nodes == 1 ? "1 node" : nodes + " nodes")
        + " that take tasks, which looks like a slip; nothing was changed; if they are meant: --yes";
  }
}
