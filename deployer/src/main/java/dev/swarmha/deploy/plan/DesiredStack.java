package dev.swarmha.deploy.plan;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.Snapshot.ExternalNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A stack as it should be: what it owns, what it uses that others own, and when it counts as
 * healthy.
 *
 * @param resources what the stack owns, ordered by kind and name
 * @param externals what must be there already and is left alone
 * @param dependencies which services come before which
 * @param health when the stack counts as healthy, beside convergence
 * @param rendered the merged and interpolated file, for the revision
 * @param leftAlone those of its resources that nobody touches or waits for: they are in it as they
 *     are in the swarm
 */
public record DesiredStack(
    String name,
    List<DesiredResource> resources,
    Set<ResourceRef> externals,
    Dependencies dependencies,
    List<HealthTarget> health,
    Mapping rendered,
    Set<ResourceRef> leftAlone) {

  public DesiredStack {
    requireNonNull(name, "name");
    resources = List.copyOf(resources);
    externals = new TreeSet<>(externals);
    requireNonNull(dependencies, "dependencies");
    health = List.copyOf(health);
    requireNonNull(rendered, "rendered");
    leftAlone = new TreeSet<>(leftAlone);
  }

  /** A stack of which nothing is left alone. */
  public DesiredStack(
      String name,
      List<DesiredResource> resources,
      Set<ResourceRef> externals,
      Dependencies dependencies,
      List<HealthTarget> health,
      Mapping rendered) {
    this(name, resources, externals, dependencies, health, rendered, Set.of());
  }

  /**
   * A stack that has been there before and is to be so again: whatever its services use and it does
   * not own, somebody else must have.
   */
  public static DesiredStack again(
      String name,
      List<DesiredResource> resources,
      Dependencies dependencies,
      List<HealthTarget> health,
      Mapping rendered) {
    Set<ResourceRef> externals = new TreeSet<>();
    resources.stream()
        .filter(each -> each.ref().kind() == ResourceKind.SERVICE)
        .forEach(service -> externals.addAll(Uses.of(service.spec())));
    externals.removeIf(Uses::isOfEachNode);
    resources.forEach(each -> externals.remove(each.ref()));
    return new DesiredStack(name, resources, externals, dependencies, health, rendered);
  }

  /**
   * What a stack is in a snapshot, its services in no order. Networks stand in it by name. Secrets
   * and configs that the snapshot has looked for are in it whoever owns them: a deploy may take
   * them over, and their labels are to be what they were.
   */
  public static DesiredStack observed(String name, Snapshot snapshot) {
    ComparisonRules rules = new ComparisonRules(Reconciler.networkNames(snapshot));
    List<DesiredResource> resources = new ArrayList<>();
    for (ResourceKind kind : ResourceKind.values()) {
      snapshot.all(kind).stream()
          .filter(each -> Generations.haveContent(kind) || Selector.stack(name).matches(each))
          .map(each -> DesiredResource.of(ResourceRef.of(each), spec(each, rules)))
          .forEach(resources::add);
    }
    resources.sort(Comparator.comparing(DesiredResource::ref));
    return again(name, resources, Dependencies.none(), List.of(), Mapping.empty());
  }

  private static Mapping spec(Resource observed, ComparisonRules rules) {
    return switch (observed.kind()) {
      case SERVICE -> rules.named(observed.spec());
      case SECRET, CONFIG -> observed.spec().without("Data");
      case NETWORK, NODE -> observed.spec();
    };
  }

  /** The same stack with other specs for what it owns. */
  public DesiredStack withResources(List<DesiredResource> changed) {
    return new DesiredStack(name, changed, externals, dependencies, health, rendered, leftAlone);
  }

  /** The same stack, its services in another order. */
  DesiredStack withDependencies(Dependencies changed) {
    return new DesiredStack(name, resources, externals, changed, health, rendered, leftAlone);
  }

  /** The same stack, healthy when these answer. */
  DesiredStack withHealth(List<HealthTarget> changed) {
    return new DesiredStack(name, resources, externals, dependencies, changed, rendered, leftAlone);
  }

  /** The same stack, with these of its resources left alone. */
  public DesiredStack leavingAlone(Set<ResourceRef> others) {
    return new DesiredStack(name, resources, externals, dependencies, health, rendered, others);
  }

  /** Those of a kind that are not left alone. */
  public List<DesiredResource> touched(ResourceKind kind) {
    return all(kind).stream().filter(each -> !leftAlone.contains(each.ref())).toList();
  }

  /** The health targets that are not about a service that is left alone. */
  public List<HealthTarget> watched() {
    return health.stream()
        .filter(
            target ->
                !(target instanceof HealthTarget.ServicePort port)
                    || !leftAlone.contains(new ResourceRef(ResourceKind.SERVICE, port.service())))
        .toList();
  }

  public List<DesiredResource> all(ResourceKind kind) {
    return resources.stream().filter(resource -> resource.ref().kind() == kind).toList();
  }

  public Optional<DesiredResource> find(ResourceRef ref) {
    return resources.stream().filter(resource -> resource.ref().equals(ref)).findFirst();
  }

  /** The names of the externals of one kind. */
  public Set<String> externalNames(ResourceKind kind) {
    Set<String> names = new TreeSet<>();
    externals.stream().filter(ref -> ref.kind() == kind).forEach(ref -> names.add(ref.name()));
    return names;
  }

  /** What a snapshot must look for beside what carries the stack's label. */
  public ExternalNames contentNames() {
    return new ExternalNames(contentNames(ResourceKind.SECRET), contentNames(ResourceKind.CONFIG));
  }

  private Set<String> contentNames(ResourceKind kind) {
    Set<String> names = externalNames(kind);
    all(kind).forEach(each -> names.add(each.ref().name()));
    return names;
  }
}
