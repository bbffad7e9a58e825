package dev.swarmha.deploy.placement;

import java.util.Optional;

/** What makes room for one more task of a service on the nodes that suit it. */
final class Remedy {

  private static final String FALLBACK = "or make room on a node";

  private Remedy() {}

  /** By the filter that refuses first. */
  static String of(Placement full, boolean global) {
    Optional<SchedulerFilter> filter =
        full.nodes().stream().flatMap(fit -> fit.first().stream()).findFirst();
    return filter.map(it -> global ? ofGlobal(it) : ofReplicated(it)).orElse(FALLBACK);
  }

  private static String ofReplicated(SchedulerFilter filter) {
    return switch (filter) {
      case RESOURCES -> "lower deploy.resources.reservations, or add a node with room";
      case HOST_PORTS ->
          "publish the port in mode ingress, run fewer replicas than there are nodes that suit, or"
              + " add a node";
      case MAX_REPLICAS ->
          "raise deploy.placement.max_replicas_per_node, run fewer replicas than it allows, or add"
              + " a node";
      case READY, PLUGINS, CONSTRAINTS, PLATFORM -> FALLBACK;
    };
  }

  /** Each of its tasks has one node, so that other nodes do not help. */
  private static String ofGlobal(SchedulerFilter filter) {
    return switch (filter) {
      case RESOURCES -> "lower deploy.resources.reservations, or make room on these nodes";
      case HOST_PORTS -> "or publish the port in mode ingress";
      case MAX_REPLICAS -> "or raise deploy.placement.max_replicas_per_node";
      case READY, PLUGINS, CONSTRAINTS, PLATFORM -> FALLBACK;
    };
  }
}
