package dev.swarmha.deploy;

import dev.swarmha.deploy.PlanDeploy.Planned;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.lock.LockLostException;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.plan.DeployRefusedException;
import dev.swarmha.deploy.plan.Extent;
import dev.swarmha.deploy.plan.Plan;
import dev.swarmha.deploy.plan.Reconciler;
import dev.swarmha.deploy.revision.Caption;
import dev.swarmha.deploy.saved.SavedPlan;
import dev.swarmha.deploy.surge.PutBack;
import dev.swarmha.deploy.surge.Surge;
import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.Resource;
import java.util.List;
import java.util.Optional;

/**
 * Brings a stack to what a file says, waits until it has converged and answers, and takes the whole
 * stack back to what it was when it does not.
 */
public final class DeployStack {

  /** Where the plan comes from that is deployed. */
  @FunctionalInterface
  private interface Source {
    /**
     * Plans.
     *
     * @param toLook make no write for it
     */
    Planned plan(World world, boolean toLook);
  }

  private final World world;

  public DeployStack(World world) {
    this.world = world;
  }

  /**
   * Deploys. Everything that can be found wrong is found before the first change.
   *
   * @throws dev.swarmha.deploy.plan.DeployRefusedException when the swarm lacks what the stack
   *     needs, or an update would certainly never end
   * @throws dev.swarmha.engine.EngineException when the Engine is away or refuses to be read before
   *     anything was changed
   * @throws dev.swarmha.deploy.outcome.BrokenOffException when it does afterwards
   */
  public Outcome run(DeployRequest request) {
    return run(request, (at, toLook) -> fromFile(request, at, toLook));
  }

  /**
   * Applies a saved plan; the request is for the stack that it leads to.
   *
   * @throws dev.swarmha.deploy.saved.OutdatedPlanException when the swarm has moved since
   * @throws dev.swarmha.engine.EngineException when the Engine is away or refuses to be read
   */
  public Outcome run(DeployRequest request, SavedPlan saved) {
    return run(request, (at, toLook) -> fromSaved(saved, at, toLook));
  }

  private static Planned fromFile(DeployRequest request, World world, boolean toLook) {
    PlanDeploy planning = new PlanDeploy(world);
    return toLook
        ? planning.look(
            request.desired(), request.resolveImage(), request.rotate(), request.extent())
        : planning.settle(
            request.desired(), request.resolveImage(), request.rotate(), request.extent());
  }

  private static Planned fromSaved(SavedPlan saved, World world, boolean toLook) {
    Planned planned = new PlanDeploy(world).saved(saved);
    return toLook ? planned : planned.orRefuse();
  }

  private Outcome run(DeployRequest request, Source source) {
    if (request.dryRun()) {
      return begin(request, source);
    }
    String reason = "deploy" + request.recording().message().map(text -> ": " + text).orElse("");
    return new ExclusiveWork(world, request.desired().name())
        .run(reason, request.lockTimeout(), held -> new DeployStack(held).begin(request, source));
  }

  private Outcome begin(DeployRequest request, Source source) {
    StackRollout rollout = new StackRollout(world, request.desired().name(), terms(request));
    try {
      rollout.record().begin();
      requireWhole(request.extent(), rollout.record());
      return request.dryRun()
          ? look(request, source.plan(world, true))
          : deploy(request, rollout, settled(source));
    } catch (InterruptedException | EngineInterruptedException interrupted) {
      return rollout.interrupted();
    } catch (LockLostException lost) {
      return rollout.stopped(lost);
    } catch (EngineException trouble) {
      throw rollout.brokenOff(trouble);
    }
  }

  /** Plans, once what a rebalance or a drain has left that was cut off is put back. */
  private Planned settled(Source source) {
    Planned planned = source.plan(world, false);
    List<Resource> leftovers = Surge.leftovers(planned.before().services());
    if (leftovers.isEmpty()) {
      return planned;
    }
    PutBack back = new Surge(world).putBack(leftovers);
    world
        .sink()
        .on(new ProgressEvent.Noted("a rebalance or drain was cut off here; " + back.words()));
    return source.plan(world, false);
  }

  private static RolloutTerms terms(DeployRequest request) {
    return new RolloutTerms(
        request.patience(),
        request.health(),
        request.onFailure(),
        request.extent().keepScale(),
        request.detach(),
        request.prune(),
        request.recording().revisionsKept());
  }

  private Outcome look(DeployRequest request, Planned planned) {
    tell(planned);
    planned.orRefuse();
    Plan plan = planned.plan();
    String stack = "stack " + request.desired().name();
    return new Outcome.Done(
        plan.isEmpty()
            ? stack + " is as " + source(request.extent()) + " says; nothing would change"
            : stack + ": " + Counted.of(plan.steps().size(), "step") + " planned, none made");
  }

  private Outcome deploy(DeployRequest request, StackRollout rollout, Planned planned)
      throws InterruptedException {
    Extent extent = request.extent();
    tell(planned);
    Recording recording = request.recording();
    Course course =
        new Course(
            extent.withHealthOf(planned.desired(), rollout.record().desired()),
            planned.before(),
            planned.plan(),
            now -> Reconciler.reconcile(extent.scaled(planned.desired(), now), now),
            new Caption(recording.message(), recording.provenance(), Optional.empty()));
    return planned.plan().isEmpty() && rollout.record().isAt(course.desired())
        ? rollout.confirm(course, source(extent))
        : rollout.run(course);
  }

  private static String source(Extent extent) {
    return extent.isPart() ? "that part of the file" : "the file";
  }

  /** A part of a stack that stands half-way would hide that the rest of it does. */
  private static void requireWhole(Extent extent, RolloutRecord record) {
    if (extent.isPart() && record.unfinished().isPresent()) {
      throw new DeployRefusedException(
          List.of(
              "revision "
                  + record.unfinished().get().revision().number()
                  + " of the stack was not finished, so that no part of it can be deployed alone;"
                  + " deploy it whole, without --only, or go back: swarmha rollback"));
    }
  }

  private void tell(Planned planned) {
    planned.notes().forEach(note -> world.sink().on(new ProgressEvent.Noted(note)));
    world.sink().on(new ProgressEvent.PlanMade(planned.plan()));
  }
}
