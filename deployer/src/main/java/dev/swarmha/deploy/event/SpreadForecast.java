package dev.swarmha.deploy.event;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What spreading services anew would do: to each service, and to the nodes.
 *
 * @param services first those that change, in the order of the plan, then those left alone
 * @param nodes how many tasks of all these services each node has; empty where nothing changes
 */
public record SpreadForecast(List<ServiceSpread> services, List<NodeSpread> nodes) {

  public SpreadForecast {
    services = List.copyOf(services);
    nodes = List.copyOf(nodes);
  }

  /**
   * One service.
   *
   * @param moves how many of its tasks are started, and as many stopped
   * @param words what becomes of it on each node, or why it is left alone
   */
  public record ServiceSpread(String service, int moves, String words) {
    public ServiceSpread {
      requireNonNull(service, "service");
      requireNonNull(words, "words");
    }
  }

  /**
   * One node.
   *
   * @param after a number, or a range such as {@code 2-3} where it is left to chance
   */
  public record NodeSpread(String node, int before, String after) {
    public NodeSpread {
      requireNonNull(node, "node");
      requireNonNull(after, "after");
    }
  }
}
