package dev.swarmha.deploy.placement;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether one node would take a task.
 *
 * @param refusals the filters that speak against it, in the scheduler's order
 * @param undecidable whether the scheduler may refuse for a reason that cannot be seen here
 */
public record NodeFit(Node node, List<Refusal> refusals, boolean undecidable) {

  public NodeFit {
    requireNonNull(node, "node");
    refusals = List.copyOf(refusals);
  }

  /** Whether nothing speaks against the node, as far as that can be seen. */
  public boolean fits() {
    return refusals.isEmpty();
  }

  /** The filter that the scheduler stops at. */
  Optional<SchedulerFilter> first() {
    return refusals.stream().findFirst().map(Refusal::filter);
  }

  /** All that speaks against it in one line; empty where nothing does. */
  public String words() {
    return refusals.stream().map(Refusal::message).collect(Collectors.joining("; "));
  }

  /** One filter that refuses, and why, with the figures. */
  public record Refusal(SchedulerFilter filter, String message) {
    public Refusal {
      requireNonNull(filter, "filter");
      requireNonNull(message, "message");
    }
  }
}
