package dev.swarmha.deploy;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.image.ImagePinning;
import dev.swarmha.deploy.image.ResolveImage;
import dev.swarmha.deploy.placement.Foresight;
import dev.swarmha.deploy.plan.ApiGates;
import dev.swarmha.deploy.plan.DeployRefusedException;
import dev.swarmha.deploy.plan.DesiredResource;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.plan.Extent;
import dev.swarmha.deploy.plan.Plan;
import dev.swarmha.deploy.plan.Reconciler;
import dev.swarmha.deploy.rotate.Rotate;
import dev.swarmha.deploy.rotate.Rotation;
import dev.swarmha.deploy.rotate.SecretContents;
import dev.swarmha.deploy.saved.SavedPlan;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceRef;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds out what a deploy has to change: images get their digests, secrets and configs the names of
 * their contents, and the rest is compared with the swarm.
 */
public final class PlanDeploy {

  private final World world;

  public PlanDeploy(World world) {
    this.world = world;
  }

  /**
   * The plan as far as it can be told without a write: a secret of the stack that is there under
   * its plain name is taken to have the content of the file.
   *
   * @throws DeployRefusedException when the swarm lacks what the stack needs
   */
  public Planned look(DesiredStack given, ResolveImage images, Rotate rotate, Extent extent) {
    DesiredStack file = extent.part(given);
    List<String> lost = lost(file);
    Rotation rotation = Rotation.of(file, rotate);
    Snapshot snapshot = snapshot(rotation, file);
    Planned planned =
        decide(rotation, pinned(file, images, snapshot), snapshot, Set.of(), extent)
            .withNotes(lost);
    List<String> unknown =
        rotation.undecided(snapshot).stream().map(PlanDeploy::cannotCompare).toList();
    return foreseen(planned.withNotes(unknown));
  }

  private static String cannotCompare(DesiredResource secret) {
    return secret.ref()
        + " is there already; whether it has the content of the file, only deploying can tell";
  }

  /**
   * The plan for a deploy that is to be made. Has the Engine compare the contents of the secrets
   * that only it can compare, and changes nothing else.
   *
   * @throws DeployRefusedException when the swarm lacks what the stack needs, or holds what it
   *     cannot change, or when an update would certainly never end
   */
  public Planned settle(DesiredStack given, ResolveImage images, Rotate rotate, Extent extent) {
    DesiredStack file = extent.part(given);
    List<String> lost = lost(file);
    Rotation rotation = Rotation.of(file, rotate);
    Snapshot snapshot = snapshot(rotation, file);
    DesiredStack pinned = pinned(file, images, snapshot);
    Planned assumed =
        foreseen(decide(rotation, pinned, snapshot, Set.of(), extent).withNotes(lost)).orRefuse();
    List<DesiredResource> undecided = rotation.undecided(snapshot);
    if (undecided.isEmpty()) {
      return assumed;
    }
    Set<ResourceRef> different = new SecretContents(world.swarm()).different(undecided, snapshot);
    if (rotate == Rotate.NEVER && !different.isEmpty()) {
      throw new DeployRefusedException(different.stream().map(PlanDeploy::cannotChange).toList());
    }
    // The comparison has given the secrets other versions.
    Planned told =
        decide(rotation, pinned, snapshot(rotation, file), different, extent).withNotes(lost);
    return foreseen(told).orRefuse();
  }

  /**
   * A plan that was made before, by what is there now.
   *
   * @throws dev.swarmha.deploy.saved.OutdatedPlanException when that is not what it was made from
   */
  Planned saved(SavedPlan saved) {
    DesiredStack desired = saved.desired();
    Snapshot now =
        Snapshot.ofStack(world.swarm(), world.timeline(), desired.name(), desired.contentNames());
    return foreseen(new Planned(desired, now, saved.on(now), List.of(), List.of()));
  }

  private Planned foreseen(Planned planned) {
    Foresight foresight =
        Foresight.of(
            planned.desired(),
            planned.plan(),
            planned.before(),
            () -> Snapshot.ofSwarm(world.swarm(), world.timeline()));
    return planned.withNotes(foresight.warnings()).withDeadlocks(foresight.deadlocks());
  }

  private static String cannotChange(ResourceRef secret) {
    return secret
        + " has other content than the file, and Swarm cannot change a secret; deploy with"
        + " --rotate auto, or give it another name in the file (name: ...)";
  }

  /** What this Engine would drop; it is asked for its version only where that can matter. */
  private List<String> lost(DesiredStack file) {
    return ApiGates.concern(file)
        ? ApiGates.notes(file, world.swarm().info().apiVersion())
        : List.of();
  }

  private Snapshot snapshot(Rotation rotation, DesiredStack file) {
    return Snapshot.ofStack(world.swarm(), world.timeline(), file.name(), rotation.names());
  }

  private DesiredStack pinned(DesiredStack file, ResolveImage images, Snapshot snapshot) {
    return new ImagePinning(world.connection().images(), world.sink()).pin(file, snapshot, images);
  }

  private static Planned decide(
      Rotation rotation,
      DesiredStack pinned,
      Snapshot snapshot,
      Set<ResourceRef> different,
      Extent extent) {
    DesiredStack desired = extent.whole(rotation.decide(pinned, snapshot, different), snapshot);
    Plan plan = Reconciler.reconcile(desired, snapshot);
    List<String> notes =
        plan.steps().stream()
            .flatMap(step -> step.observed().stream())
            .filter(observed -> !Selector.stack(desired.name()).matches(observed))
            .map(observed -> takenOver(observed, desired.name()))
            .toList();
    return new Planned(desired, snapshot, plan, notes, List.of());
  }

  private static String takenOver(Resource foreign, String stack) {
    String owner =
        foreign.label(Selector.STACK_LABEL).map(name -> "stack " + name).orElse("no stack");
    return ResourceRef.of(foreign)
        + " belongs to "
        + owner
        + " and gets the label of stack "
        + stack
        + ", as docker stack deploy does it; declare it as external to leave it alone";
  }

  /**
   * A plan, and what it was made from.
   *
   * @param desired the stack with pinned images and the names that it is to have
   * @param before the swarm as it was read
   * @param notes what is worth knowing about it, in words
   * @param deadlocks updates that certainly never end, each with what to do
   */
  public record Planned(
      DesiredStack desired,
      Snapshot before,
      Plan plan,
      List<String> notes,
      List<String> deadlocks) {
    public Planned {
      requireNonNull(desired, "desired");
      requireNonNull(before, "before");
      requireNonNull(plan, "plan");
      notes = List.copyOf(notes);
      deadlocks = List.copyOf(deadlocks);
    }

    /**
     * The same, if it can be carried out.
     *
     * @throws DeployRefusedException when an update would certainly never end
     */
    Planned orRefuse() {
      if (!deadlocks.isEmpty()) {
        throw new DeployRefusedException(deadlocks);
      }
      return this;
    }

    private Planned withNotes(List<String> more) {
      List<String> all = new ArrayList<>(notes);
      all.addAll(more);
      return new Planned(desired, before, plan, all, deadlocks);
    }

    private Planned withDeadlocks(List<String> found) {
      return new Planned(desired, before, plan, notes, found);
    }
  }
}
