package dev.swarmha.deploy;

import dev.swarmha.deploy.PlanDeploy.Planned;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.lock.LockLostException;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.plan.Plan;
import dev.swarmha.deploy.plan.Reconciler;
import dev.swarmha.deploy.revision.Caption;
import dev.swarmha.engine.EngineInterruptedException;
import java.util.Optional;

/**
 * Brings a stack to what a file says, waits until it has converged and answers, and takes the whole
 * stack back to what it was when it does not.
 */
public final class DeployStack {

  private final World world;

  public DeployStack(World world) {
    this.world = world;
  }

  /**
   * Deploys. Everything that can be found wrong is found before the first change.
   *
   * @throws dev.swarmha.deploy.plan.DeployRefusedException when the swarm lacks what the stack
   *     needs
   * @throws dev.swarmha.engine.EngineException when the Engine is away or refuses to be read
   */
  public Outcome run(DeployRequest request) {
    if (request.dryRun()) {
      return begin(request);
    }
    String reason = "deploy" + request.recording().message().map(text -> ": " + text).orElse("");
    return new ExclusiveWork(world, request.desired().name())
        .run(reason, request.lockTimeout(), held -> new DeployStack(held).begin(request));
  }

  private Outcome begin(DeployRequest request) {
    StackRollout rollout = new StackRollout(world, request.desired().name(), terms(request));
    try {
      rollout.record().begin();
      return request.dryRun() ? look(request) : deploy(request, rollout);
    } catch (InterruptedException | EngineInterruptedException interrupted) {
      return rollout.interrupted();
    } catch (LockLostException lost) {
      return rollout.stopped(lost);
    }
  }

  private static RolloutTerms terms(DeployRequest request) {
    return new RolloutTerms(
        request.patience(),
        request.health(),
        request.onFailure(),
        request.detach(),
        request.prune(),
        request.recording().revisionsKept());
  }

  private Outcome look(DeployRequest request) {
    Planned planned =
        new PlanDeploy(world).look(request.desired(), request.resolveImage(), request.rotate());
    tell(planned);
    Plan plan = planned.plan();
    String stack = "stack " + request.desired().name();
    return new Outcome.Done(
        plan.isEmpty()
            ? stack + " is as the file says; nothing would change"
            : stack + ": " + Counted.of(plan.steps().size(), "step") + " planned, none made");
  }

  private Outcome deploy(DeployRequest request, StackRollout rollout) throws InterruptedException {
    Planned planned =
        new PlanDeploy(world).settle(request.desired(), request.resolveImage(), request.rotate());
    tell(planned);
    Recording recording = request.recording();
    Course course =
        new Course(
            planned.desired(),
            planned.before(),
            planned.plan(),
            now -> Reconciler.reconcile(planned.desired(), now),
            new Caption(recording.message(), recording.provenance(), Optional.empty()));
    return planned.plan().isEmpty() && rollout.record().isSettled()
        ? rollout.confirm(course, "the file")
        : rollout.run(course);
  }

  private void tell(Planned planned) {
    planned.notes().forEach(note -> world.sink().on(new ProgressEvent.Noted(note)));
    world.sink().on(new ProgressEvent.PlanMade(planned.plan()));
  }
}
