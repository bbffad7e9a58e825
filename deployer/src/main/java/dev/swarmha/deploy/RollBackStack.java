package dev.swarmha.deploy;

import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.lock.LockLostException;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.plan.DeployRefusedException;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.plan.Plan;
import dev.swarmha.deploy.plan.RollbackPlanner;
import dev.swarmha.deploy.revision.Caption;
import dev.swarmha.deploy.revision.Revision;
import dev.swarmha.deploy.revision.StackRecord;
import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Takes a stack back to exactly the specs of an earlier revision, and waits until it has converged
 * and answers. This is a revision of its own; when it fails, the stack goes back to what it was.
 */
public final class RollBackStack {

  private final World world;

  public RollBackStack(World world) {
    this.world = world;
  }

  /**
   * Rolls back. Everything that can be found wrong is found before the first change.
   *
   * @throws dev.swarmha.engine.NotFoundException when there is no such revision
   * @throws DeployRefusedException when something that the revision needs can no longer be had
   * @throws dev.swarmha.engine.EngineException when the Engine is away or refuses to be read before
   *     anything was changed
   * @throws dev.swarmha.deploy.outcome.BrokenOffException when it does afterwards
   */
  public Outcome run(RollbackRequest request) {
    if (request.dryRun()) {
      return begin(request);
    }
    String reason =
        "rollback"
            + request.revision().map(number -> " to " + number).orElse("")
            + request.recording().message().map(text -> ": " + text).orElse("");
    return new ExclusiveWork(world, request.stack())
        .run(reason, request.lockTimeout(), held -> new RollBackStack(held).begin(request));
  }

  private Outcome begin(RollbackRequest request) {
    RolloutTerms terms =
        new RolloutTerms(
            request.patience(),
            List.of(),
            request.onFailure(),
            false,
            request.detach(),
            false,
            request.recording().revisionsKept());
    StackRollout rollout = new StackRollout(world, request.stack(), terms);
    try {
      return begin(request, rollout);
    } catch (InterruptedException | EngineInterruptedException interrupted) {
      return rollout.interrupted();
    } catch (LockLostException lost) {
      return rollout.stopped(lost);
    } catch (EngineException trouble) {
      throw rollout.brokenOff(trouble);
    }
  }

  private Outcome begin(RollbackRequest request, StackRollout rollout) throws InterruptedException {
    rollout.record().begin();
    if (rollout.record().known().isEmpty() && isUnknown(request.stack())) {
      throw UnknownStack.named(request.stack(), world.swarm());
    }
    RollbackTarget target = new RollbackTarget(request.stack(), rollout.record().known());
    Optional<Revision> revision = request.revision().map(target::of).or(target::before);
    return revision.isPresent()
        ? to(revision.get(), request, rollout)
        : toNoRevision(request, rollout);
  }

  private boolean isUnknown(String stack) {
    return world.swarm().list(ResourceKind.SERVICE, Selector.stack(stack)).isEmpty();
  }

  private Outcome to(Revision revision, RollbackRequest request, StackRollout rollout)
      throws InterruptedException {
    DesiredStack desired = record(revision, rollout).desired();
    Snapshot now = snapshot(desired);
    Set<ResourceRef> kept = kept(rollout);
    Function<Snapshot, Plan> planner =
        snapshot -> RollbackPlanner.to(revision.number(), desired, snapshot, kept);
    Plan plan = planner.apply(now);
    world.sink().on(new ProgressEvent.PlanMade(plan));
    String source = "revision " + revision.number();
    if (request.dryRun()) {
      return looked(request.stack(), plan, source);
    }
    Course course = new Course(desired, now, plan, planner, caption(revision, request.recording()));
    return plan.isEmpty() && rollout.record().isAt(course.desired())
        ? rollout.confirm(course, source)
        : rollout.run(course);
  }

  private static StackRecord record(Revision revision, StackRollout rollout) {
    return rollout.record().of(revision).orElseThrow(() -> unreadable(revision));
  }

  private static DeployRefusedException unreadable(Revision revision) {
    return new DeployRefusedException(
        List.of(
            "revision "
                + revision.number()
                + " of stack "
                + revision.stack()
                + " does not tell its specs: it was written by an older version, or not all of it"
                + " is there; deploy its file again"));
  }

  /** The secrets and configs of other revisions stay, so that there is a way to these, too. */
  private static Set<ResourceRef> kept(StackRollout rollout) {
    Set<ResourceRef> kept = new TreeSet<>();
    rollout.record().known().stream()
        .filter(each -> !each.isUnfinished())
        .forEach(each -> kept.addAll(each.contents()));
    return kept;
  }

  private static Caption caption(Revision revision, Recording recording) {
    return new Caption(
        recording.message().or(() -> Optional.of("rollback to " + revision.number())),
        recording.provenance().withCommit(revision.caption().provenance().commit()),
        Optional.of(revision.number()));
  }

  /** Nothing was ever deployed: back to what was there before the first that was tried. */
  private Outcome toNoRevision(RollbackRequest request, StackRollout rollout)
      throws InterruptedException {
    List<Revision> known = rollout.record().known();
    Revision newest = known.get(known.size() - 1);
    DesiredStack before = record(newest, rollout).before().orElseThrow(() -> unreadable(newest));
    if (request.dryRun()) {
      Plan plan = RollbackPlanner.undo(before, snapshot(before), before.dependencies());
      world.sink().on(new ProgressEvent.PlanMade(plan));
      return looked(request.stack(), plan, "revision " + newest.number());
    }
    return rollout.abandon(newest, before);
  }

  private static Outcome looked(String stack, Plan plan, String source) {
    return new Outcome.Done(
        plan.isEmpty()
            ? "stack " + stack + " is as " + source + " says; nothing would change"
            : "stack "
                + stack
                + ": "
                + Counted.of(plan.steps().size(), "step")
                + " planned, none made");
  }

  private Snapshot snapshot(DesiredStack desired) {
    return Snapshot.ofStack(
        world.swarm(), world.timeline(), desired.name(), desired.contentNames());
  }
}
