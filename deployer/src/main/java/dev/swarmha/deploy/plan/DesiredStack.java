package dev.swarmha.deploy.plan;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
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
 */
public record DesiredStack(
    String name,
    List<DesiredResource> resources,
    Set<ResourceRef> externals,
    Dependencies dependencies,
    List<HealthTarget> health,
    Mapping rendered) {

  public DesiredStack {
    requireNonNull(name, "name");
    resources = List.copyOf(resources);
    externals = new TreeSet<>(externals);
    requireNonNull(dependencies, "dependencies");
    health = List.copyOf(health);
    requireNonNull(rendered, "rendered");
  }

  /** The same stack with other specs for what it owns. */
  public DesiredStack withResources(List<DesiredResource> changed) {
    return new DesiredStack(name, changed, externals, dependencies, health, rendered);
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
}
