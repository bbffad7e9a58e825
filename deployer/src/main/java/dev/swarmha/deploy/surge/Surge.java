package dev.swarmha.deploy.surge;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.DeployRequest.Patience;
import dev.swarmha.deploy.SwarmWait;
import dev.swarmha.deploy.World;
import dev.swarmha.deploy.apply.Applied;
import dev.swarmha.deploy.apply.PlanExecutor;
import dev.swarmha.deploy.plan.Plan;
import dev.swarmha.deploy.surge.SurgeEnd.Course;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.wait.WaitResult;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gives replicated services more replicas for as long as some work takes: raises them, waits until
 * the new tasks are healthy, has the work done, and puts the counts back, however it ends. Only the
 * number of replicas and the label that remembers it are written, so that no task restarts.
 *
 * <p>Meant to be done under the lock of the services' stack (see {@link
 * dev.swarmha.deploy.ExclusiveWork}): then a label that is found under the lock was left by a
 * command that is no more.
 */
public final class Surge {

  /** What is done while there are more replicas. */
  @FunctionalInterface
  public interface Work {
    void run() throws InterruptedException;
  }

  private final World world;

  public Surge(World world) {
    this.world = requireNonNull(world, "world");
  }

  /**
   * Raises, waits, works, puts back. Does not wait for the surplus tasks to go; for that: {@link
   * SwarmWait#converged} with {@link PutBack#restored}. An interrupt is not passed on but told.
   *
   * @param more how many replicas each service is to have more; one that has a label of a surge
   *     already must be put back first
   * @throws dev.swarmha.deploy.lock.LockLostException when the stack is somebody else's now
   * @throws dev.swarmha.engine.EngineException what the work throws, after the counts are put back
   */
  public SurgeEnd during(
      Map<Resource, Integer> more, Patience patience, Deadline deadline, Work work) {
    WaitResult up = new WaitResult.Succeeded();
    Course course = Course.INTERRUPTED;
    PutBack back = PutBack.NOTHING;
    try {
      up = raise(more, patience, deadline);
      if (up.succeeded()) {
        work.run();
      }
      course = up.succeeded() ? Course.DONE : Course.NOT_UP;
    } catch (InterruptedException | EngineInterruptedException interrupted) {
      course = Course.INTERRUPTED;
    } finally {
      back = afterInterrupt(ids(more));
    }
    return new SurgeEnd(course, up, back);
  }

  private static Set<ResourceId> ids(Map<Resource, Integer> more) {
    return more.keySet().stream().map(Resource::id).collect(Collectors.toSet());
  }

  private WaitResult raise(Map<Resource, Integer> more, Patience patience, Deadline deadline)
      throws InterruptedException {
    Plan plan = SurgePlan.raising(more);
    Snapshot observed =
        new Snapshot(
            world.timeline().instant(),
            Map.of(ResourceKind.SERVICE, List.copyOf(more.keySet())),
            List.of(),
            List.of());
    Applied applied = new PlanExecutor(world.swarm(), world.sink()).apply(plan, observed, deadline);
    if (applied.failure().isPresent()) {
      return new WaitResult.Failed(applied.failure().get().reasons());
    }
    return new SwarmWait(world).converged(SurgePlan.sent(plan), patience, deadline);
  }

  /** The flag of an interrupt that was heard would keep the Engine from being asked. */
  private PutBack afterInterrupt(Set<ResourceId> services) {
    boolean heard = Thread.interrupted();
    PutBack back = new PuttingBack(world).of(services);
    if (heard && !back.isComplete()) {
      Thread.currentThread().interrupt();
    }
    return back;
  }

  /** The services of a snapshot whose counts are still to be put back, in its order. */
  public static List<Resource> leftovers(List<Resource> services) {
    return SurgePlan.leftovers(services);
  }

  /** Puts back what commands that are no more have left, and tells of it. */
  public PutBack putBack(List<Resource> leftovers) {
    return new PuttingBack(world)
        .of(leftovers.stream().map(Resource::id).collect(Collectors.toSet()));
  }
}
