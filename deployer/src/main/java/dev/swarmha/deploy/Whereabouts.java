package dev.swarmha.deploy;

import dev.swarmha.deploy.plan.ComparisonRules;
import dev.swarmha.deploy.plan.DesiredResource;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.plan.Reconciler;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import dev.swarmha.engine.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Where the services of a stack are that is between what it was and what it was to be. */
final class Whereabouts {

  private final DesiredStack before;
  private final DesiredStack desired;
  private final Snapshot now;
  private final ComparisonRules rules;

  Whereabouts(DesiredStack before, DesiredStack desired, Snapshot now) {
    this.before = before;
    this.desired = desired;
    this.now = now;
    this.rules = new ComparisonRules(Reconciler.networkNames(now));
  }

  /** Whether there is nothing between the two. */
  boolean areTheSame() {
    return names(before).equals(names(desired))
        && names(before).stream().allMatch(name -> same(spec(before, name), spec(desired, name)));
  }

  /**
   * One line a service: {@code shop_web is as before}.
   *
   * @param told the services whose place is told already
   */
  List<String> lines(String asBefore, String asDesired, Set<String> told) {
    Set<String> names = names(before);
    names.addAll(names(desired));
    now.services().forEach(service -> names.add(service.name()));
    names.removeAll(told);
    List<String> lines = new ArrayList<>();
    for (String name : names) {
      Optional<Mapping> live = now.find(ResourceKind.SERVICE, name).map(Resource::spec);
      lines.add(name + " " + place(name, live, asBefore, asDesired));
    }
    return lines;
  }

  private String place(String name, Optional<Mapping> live, String asBefore, String asDesired) {
    boolean isBefore = same(live, spec(before, name));
    boolean isDesired = same(live, spec(desired, name));
    if (isBefore && isDesired) {
      return live.isPresent() ? "is unchanged" : "is not there";
    }
    if (isBefore || isDesired) {
      return (live.isPresent() ? "is " : "is not there, ") + (isBefore ? asBefore : asDesired);
    }
    return live.isPresent()
        ? "is neither " + asBefore + " nor " + asDesired
        : "is not there, though it should be";
  }

  private boolean same(Optional<Mapping> one, Optional<Mapping> other) {
    return (one.isPresent() && other.isPresent())
        ? ServiceTargets.comparable(one.get(), rules)
            .equals(ServiceTargets.comparable(other.get(), rules))
        : (one.isEmpty() && other.isEmpty());
  }

  private static Set<String> names(DesiredStack stack) {
    Set<String> names = new TreeSet<>();
    stack.all(ResourceKind.SERVICE).forEach(each -> names.add(each.ref().name()));
    return names;
  }

  private static Optional<Mapping> spec(DesiredStack stack, String service) {
    return stack.find(new ResourceRef(ResourceKind.SERVICE, service)).map(DesiredResource::spec);
  }
}
