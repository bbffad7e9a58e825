package dev.swarmha.deploy.view;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.lock.LockHolder;
import dev.swarmha.deploy.plan.SurgeMemory;
import dev.swarmha.deploy.revision.Revision;
import dev.swarmha.engine.Node;
import dev.swarmha.wait.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A stack on one screen.
 *
 * @param revision the revision that the stack is at
 * @param later a newer revision that did not stay: rolled back, failed, or never finished
 * @param lock who is changing it
 * @param nodes all nodes of the swarm, by their host names
 */
public record StackStatus(
    String stack,
    Optional<Revision> revision,
    Optional<Revision> later,
    Optional<LockView> lock,
    List<ServiceStatus> services,
    List<NodeStatus> nodes) {

  public StackStatus {
    requireNonNull(stack, "stack");
    requireNonNull(revision, "revision");
    requireNonNull(later, "later");
    requireNonNull(lock, "lock");
    services = List.copyOf(services);
    nodes = List.copyOf(nodes);
  }

  /** Whether every service has what its spec wants. */
  public boolean isConverged() {
    return services.stream().allMatch(service -> service.state() == State.CONVERGED);
  }

  /**
   * Who holds the lock of the stack.
   *
   * @param overdue the lock should have been renewed long ago: whoever held it is gone, and the
   *     next who wants it takes it over
   */
  public record LockView(LockHolder holder, boolean overdue) {
    public LockView {
      requireNonNull(holder, "holder");
    }
  }

  /** How a service stands. */
  public enum State {
    CONVERGED,
    /** On its way. */
    PROGRESSING,
    /** Tasks wait for a node, or for something else that may still come. */
    PENDING,
    /** It will not get there by itself. */
    FAILED
  }

  /** One node, and how many tasks of the stack run there. */
  public record NodeStatus(Node node, int tasks) {
    public NodeStatus {
      requireNonNull(node, "node");
    }
  }

  /**
   * One service.
   *
   * @param image what its spec wants, without the digest
   * @param otherImages what tasks run that is another
   * @param stopped it has no tasks because it was stopped, and it can be started again
   * @param rollout what the Engine says of its last rollout; empty where it says nothing
   * @param reasons why it has not converged; empty where it has
   * @param surge the replicas that it has for a while beside its own; empty where there are none
   */
  public record ServiceStatus(
      String name,
      String mode,
      int running,
      int wanted,
      boolean stopped,
      String image,
      List<String> otherImages,
      State state,
      String rollout,
      Map<String, Integer> spread,
      List<Reason> reasons,
      Optional<SurgeMemory> surge) {
    public ServiceStatus {
      requireNonNull(name, "name");
      requireNonNull(mode, "mode");
      requireNonNull(image, "image");
      otherImages = List.copyOf(otherImages);
      requireNonNull(state, "state");
      requireNonNull(rollout, "rollout");
      spread = new TreeMap<>(spread);
      reasons = List.copyOf(reasons);
      requireNonNull(surge, "surge");
    }
  }
}
