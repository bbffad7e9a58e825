package dev.swarmha.deploy.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Services in an order in which each comes after those it depends on; where that leaves a choice,
 * those that wait for less come first, then by name. A cycle is broken where it closes, since Swarm
 * starts services in any order anyway.
 */
final class DependencyOrder {

  private final Dependencies dependencies;
  private final Set<String> wanted;
  private final Set<String> ordered = new LinkedHashSet<>();
  private final Set<String> open = new LinkedHashSet<>();

  private DependencyOrder(Collection<String> wanted, Dependencies dependencies) {
    this.wanted = new TreeSet<>(wanted);
    this.dependencies = dependencies;
  }

  static List<String> of(Collection<String> services, Dependencies dependencies) {
    DependencyOrder order = new DependencyOrder(services, dependencies);
    order.wanted.forEach(order::visit);
    List<String> names = new ArrayList<>(order.ordered);
    names.sort(Comparator.comparing(dependencies::waits));
    return names;
  }

  private void visit(String service) {
    if (ordered.contains(service) || !wanted.contains(service) || !open.add(service)) {
      return;
    }
    dependencies.before(service).forEach(this::visit);
    open.remove(service);
    ordered.add(service);
  }
}
