package dev.swarmha.deploy.plan;

import dev.swarmha.document.DocumentDiff;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.FieldChange;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.UpdateStatus.UpdateState;
import dev.swarmha.engine.WriteOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Desired and observed to the plan that leads from one to the other; an empty plan means that
 * nothing differs. Networks come first, then secrets and configs, then services in dependency
 * order.
 *
 * <p>Networks that are there already are left as they are, as {@code docker stack deploy} does.
 * Objects of the stack that the file no longer has are left alone here; pruning is another plan.
 */
public final class Reconciler {

  private static final DocumentPath FORCE_UPDATE = DocumentPath.of("TaskTemplate", "ForceUpdate");

  private final DesiredStack desired;
  private final Snapshot snapshot;
  private final ComparisonRules rules;
  private final PlanBuilder plan;

  private Reconciler(DesiredStack desired, Snapshot snapshot, PlanBuilder plan) {
    this.desired = desired;
    this.snapshot = snapshot;
    this.rules = new ComparisonRules(networkNames(snapshot));
    this.plan = plan;
  }

  /**
   * The plan for a stack.
   *
   * @throws DeployRefusedException when the swarm lacks what the stack needs, or holds what it
   *     cannot change
   */
  public static Plan reconcile(DesiredStack desired, Snapshot snapshot) {
    List<String> problems = Preconditions.problems(desired, snapshot);
    if (!problems.isEmpty()) {
      throw new DeployRefusedException(problems);
    }
    PlanBuilder plan = new PlanBuilder();
    reconcile(desired, snapshot, plan);
    return plan.build();
  }

  /** Adds the steps to a plan, without asking whether the swarm can take them. */
  static void reconcile(DesiredStack desired, Snapshot snapshot, PlanBuilder plan) {
    new Reconciler(desired, snapshot, plan).reconcile();
  }

  /** The names of all networks of a snapshot by id; services refer to them by id once written. */
  public static Map<ResourceId, String> networkNames(Snapshot snapshot) {
    Map<ResourceId, String> names = new HashMap<>();
    snapshot.all(ResourceKind.NETWORK).forEach(each -> names.put(each.id(), each.name()));
    return names;
  }

  private void reconcile() {
    desired.touched(ResourceKind.NETWORK).forEach(this::createIfMissing);
    desired.touched(ResourceKind.SECRET).forEach(this::createOrRelabel);
    desired.touched(ResourceKind.CONFIG).forEach(this::createOrRelabel);
    List<String> names =
        desired.touched(ResourceKind.SERVICE).stream().map(each -> each.ref().name()).toList();
    for (String name : DependencyOrder.of(names, desired.dependencies())) {
      desired.find(new ResourceRef(ResourceKind.SERVICE, name)).ifPresent(this::service);
    }
  }

  private Optional<Resource> observed(ResourceRef ref) {
    return snapshot.find(ref.kind(), ref.name());
  }

  private void createIfMissing(DesiredResource wanted) {
    if (observed(wanted.ref()).isEmpty()) {
      create(wanted, Prerequisites.NONE);
    }
  }

  private void create(DesiredResource wanted, Prerequisites before) {
    WriteOptions options = wanted.payload().map(WriteOptions::of).orElse(WriteOptions.NONE);
    plan.create(wanted.ref(), wanted.spec(), options, absence(wanted), before);
  }

  private String absence(DesiredResource wanted) {
    return Optional.of(wanted)
        .filter(each -> Generations.isDerived(each.spec()))
        .flatMap(each -> Generations.predecessor(desired.name(), each, snapshot))
        .map(replaced -> "content changed (was " + replaced.name() + ")")
        .orElse("not found");
  }

  private void createOrRelabel(DesiredResource wanted) {
    Optional<Resource> observed = observed(wanted.ref());
    if (observed.isEmpty()) {
      create(wanted, Prerequisites.NONE);
      return;
    }
    Mapping before = observed.get().spec().mapping("Labels");
    Mapping after = wanted.spec().mapping("Labels");
    if (!before.equals(after)) {
      List<FieldChange> changes = DocumentDiff.between(before, after);
      Mapping relabelled = observed.get().spec().with("Labels", after);
      plan.update(observed.get(), relabelled, changes, "labels changed", Prerequisites.NONE);
    }
  }

  private void service(DesiredResource wanted) {
    Prerequisites before = prerequisites(wanted);
    Optional<Resource> found = observed(wanted.ref());
    if (found.isEmpty()) {
      create(wanted, before);
      return;
    }
    Resource observed = found.get();
    Mapping spec = keepingForceUpdate(wanted.spec(), observed.spec());
    List<FieldChange> changes =
        DocumentDiff.between(rules.smallest(observed.spec()), rules.smallest(spec));
    if (!changes.isEmpty()) {
      plan.update(observed, spec, changes, Cause.of(changes), before);
    } else if (isPaused(observed)) {
      plan.update(observed, spec, changes, "its rollout is paused", before);
    }
  }

  private boolean isLeftAlone(String service) {
    return desired.leftAlone().contains(new ResourceRef(ResourceKind.SERVICE, service));
  }

  /** The Engine goes on with a rollout only when it is given the spec again. */
  private static boolean isPaused(Resource service) {
    return service
        .updateStatus()
        .filter(
            status ->
                status.state() == UpdateState.PAUSED
                    || status.state() == UpdateState.ROLLBACK_PAUSED)
        .isPresent();
  }

  /** The counter belongs to whoever forced a restart; losing it would restart every task again. */
  private static Mapping keepingForceUpdate(Mapping wanted, Mapping observed) {
    return observed
        .at(FORCE_UPDATE)
        .map(counter -> wanted.withAt(FORCE_UPDATE, counter))
        .orElse(wanted);
  }

  /**
   * Everything that a service names and that may be made by an earlier step, and its milestones.
   */
  private Prerequisites prerequisites(DesiredResource service) {
    Set<ResourceRef> refs = Uses.of(service.spec());
    desired
        .dependencies()
        .before(service.ref().name())
        .forEach(name -> refs.add(new ResourceRef(ResourceKind.SERVICE, name)));
    // Who names services to be deployed alone answers for the others.
    List<Requirement> milestones =
        desired.dependencies().requirements(service.ref().name()).stream()
            .filter(each -> !isLeftAlone(each.service()))
            .toList();
    return new Prerequisites(refs, milestones);
  }
}
