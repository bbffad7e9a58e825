package dev.swarmha.deploy.placement;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.Node;
import java.util.List;

/**
 * A node as the scheduler sees it when it places tasks of one service.
 *
 * @param branch the node's values of the service's spread preferences, the first preference first
 * @param takesTasks whether nothing speaks against the node but that it may be full
 * @param room how many more tasks of the service would fit; 0 where a filter refuses
 * @param own how many tasks of the service are there and wanted
 * @param all how many tasks of any service are there and wanted
 * @param failures how many tasks of the service have failed there of late
 */
public record Candidate(
    Node node, List<String> branch, boolean takesTasks, long room, int own, int all, int failures) {

  public Candidate {
    requireNonNull(node, "node");
    branch = List.copyOf(branch);
  }

  /** A node against which nothing speaks but that it may be full. */
  public Candidate(Node node, List<String> branch, long room, int own, int all, int failures) {
    this(node, branch, true, room, own, all, failures);
  }

  /** The same node with so many tasks of the service more, or fewer. */
  public Candidate with(int tasks) {
    boolean bounded = takesTasks && room != Long.MAX_VALUE;
    long left = bounded ? room - tasks : room;
    return new Candidate(node, branch, takesTasks, left, own + tasks, all + tasks, failures);
  }

  /** The same node, had it nothing but the tasks of the service. */
  public Candidate alone() {
    return new Candidate(node, branch, takesTasks, room, own, own, failures);
  }
}
