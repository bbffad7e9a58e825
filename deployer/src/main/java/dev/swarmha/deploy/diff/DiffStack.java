package dev.swarmha.deploy.diff;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.PlanDeploy;
import dev.swarmha.deploy.PlanDeploy.Planned;
import dev.swarmha.deploy.World;
import dev.swarmha.deploy.image.ResolveImage;
import dev.swarmha.deploy.plan.ComparisonRules;
import dev.swarmha.deploy.plan.DesiredResource;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.plan.Extent;
import dev.swarmha.deploy.plan.Plan;
import dev.swarmha.deploy.plan.Reconciler;
import dev.swarmha.deploy.plan.RemovalPlanner;
import dev.swarmha.deploy.plan.Step;
import dev.swarmha.deploy.revision.Asked;
import dev.swarmha.deploy.revision.RevisionStore;
import dev.swarmha.deploy.rotate.Rotate;
import dev.swarmha.deploy.saved.SavedPlan;
import dev.swarmha.document.Document;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells what a deploy would change, by the very plan that it would make, and which part of it is
 * drift. Writes nothing.
 */
public final class DiffStack {

  private final World world;

  public DiffStack(World world) {
    this.world = world;
  }

  /**
   * Compares.
   *
   * @throws dev.swarmha.deploy.plan.DeployRefusedException when a deploy would be refused
   */
  public StackDiff run(DiffRequest request) {
    return run(request, plan -> {});
  }

  /**
   * Compares, and hands out the plan behind it.
   *
   * @param keeper gets what a deploy would do, to be applied later
   * @throws dev.swarmha.deploy.plan.DeployRefusedException when a deploy would be refused
   */
  public StackDiff run(DiffRequest request, Consumer<SavedPlan> keeper) {
    Planned planned =
        new PlanDeploy(world)
            .look(request.desired(), request.resolveImage(), request.rotate(), request.extent());
    keeper.accept(
        SavedPlan.of(
            planned.desired(),
            planned.before(),
            planned.plan(),
            request.extent(),
            request.prune()));
    Asked asked = new RevisionStore(world.swarm()).asked(request.desired().name());
    ComparisonRules rules = new ComparisonRules(Reconciler.networkNames(planned.before()));
    Differences differences = new Differences(rules, asked);
    Plan unwanted = RemovalPlanner.noLongerDesired(planned.desired(), planned.before());
    Stream<Step> removals = request.prune() ? unwanted.steps().stream() : Stream.empty();
    List<ObjectDiff> objects =
        Stream.concat(planned.plan().steps().stream(), removals).map(differences::of).toList();
    List<String> notes = new ArrayList<>(planned.notes());
    planned.deadlocks().forEach(deadlock -> notes.add("a deploy would be refused: " + deadlock));
    notes.addAll(agreed(planned, differences, objects, asked));
    if (!request.prune()) {
      unwanted.stepsFor(ResourceKind.SERVICE).forEach(step -> notes.add(left(step)));
    }
    return new StackDiff(request.desired().name(), asked.revision(), objects, notes);
  }

  private static String left(Step step) {
    return step.target() + " is not in the file and stays; --prune removes it";
  }

  /** Drift that the file agrees with, so that no deploy would change it. */
  private static List<String> agreed(
      Planned planned, Differences differences, List<ObjectDiff> objects, Asked asked) {
    List<String> notes = new ArrayList<>();
    for (DesiredResource wanted : planned.desired().touched(ResourceKind.SERVICE)) {
      Optional<Resource> live = planned.before().find(ResourceKind.SERVICE, wanted.ref().name());
      if (live.isEmpty() || !asked.isKnown()) {
        continue;
      }
      Set<Object> told =
          objects.stream()
              .filter(each -> each.object().equals(wanted.ref()))
              .flatMap(each -> each.fields().stream().map(FieldDiff::path))
              .collect(Collectors.toSet());
      differences.drift(live.get()).stream()
          .filter(field -> !told.contains(field.path()))
          .map(field -> agreed(wanted, field, asked.revision().orElseThrow()))
          .forEach(notes::add);
    }
    return notes;
  }

  private static String agreed(DesiredResource wanted, FieldDiff field, int revision) {
    return wanted.ref()
        + ": "
        + field.path()
        + " is "
        + shown(field.after())
        + " in the swarm and in the file, though revision "
        + revision
        + " asked for "
        + shown(field.before());
  }

  private static String shown(Optional<Document> value) {
    return value.map(Document::toString).orElse("nothing");
  }

  /**
   * What to compare, by the options that a deploy of it would have.
   *
   * @param extent how much of the stack would be touched
   * @param prune also tell what pruning would remove
   */
  public record DiffRequest(
      DesiredStack desired,
      Extent extent,
      ResolveImage resolveImage,
      Rotate rotate,
      boolean prune) {
    public DiffRequest {
      requireNonNull(desired, "desired");
      requireNonNull(extent, "extent");
      requireNonNull(resolveImage, "resolveImage");
      requireNonNull(rotate, "rotate");
    }
  }
}
