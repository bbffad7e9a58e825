package dev.swarmha.deploy;

import dev.swarmha.deploy.plan.ComparisonRules;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.plan.Reconciler;
import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.wait.ServiceTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** What a wait is to see of each service: its spec as it was sent, for as long as it must last. */
final class ServiceTargets {

  private static final DocumentPath MONITOR = DocumentPath.of("UpdateConfig", "Monitor");
  private static final DocumentPath FORCE_UPDATE = DocumentPath.of("TaskTemplate", "ForceUpdate");

  private ServiceTargets() {}

  /**
   * The services of a stack as they are desired.
   *
   * @param now a snapshot in which every one of them is there
   */
  static List<ServiceTarget> desired(DesiredStack desired, Snapshot now, Duration stableFor) {
    return targets(specs(desired), now, stableFor, ServiceTargets::comparable);
  }

  /** The same, where the numbers of their tasks do not matter. */
  static List<ServiceTarget> atAnyScale(DesiredStack desired, Snapshot now, Duration stableFor) {
    return targets(
        specs(desired), now, stableFor, (spec, rules) -> comparable(spec.without("Mode"), rules));
  }

  private static Map<String, Mapping> specs(DesiredStack desired) {
    Map<String, Mapping> specs = new TreeMap<>();
    desired
        .touched(ResourceKind.SERVICE)
        .forEach(wanted -> specs.put(wanted.ref().name(), wanted.spec()));
    return specs;
  }

  /** Services as they were observed, to stay or to become so again. */
  static List<ServiceTarget> observed(List<Resource> services, Snapshot now, Duration stableFor) {
    return targets(specs(services), now, stableFor, ServiceTargets::comparable);
  }

  /** The same, where the counter of forced updates is what matters. */
  static List<ServiceTarget> forced(List<Resource> services, Snapshot now, Duration stableFor) {
    return targets(specs(services), now, stableFor, (spec, rules) -> rules.smallest(spec));
  }

  private static Map<String, Mapping> specs(List<Resource> services) {
    Map<String, Mapping> specs = new TreeMap<>();
    services.forEach(service -> specs.put(service.name(), service.spec()));
    return specs;
  }

  private static List<ServiceTarget> targets(
      Map<String, Mapping> specs,
      Snapshot now,
      Duration stableFor,
      BiFunction<Mapping, ComparisonRules, Mapping> form) {
    ComparisonRules rules = new ComparisonRules(Reconciler.networkNames(now));
    List<ServiceTarget> targets = new ArrayList<>();
    for (Resource service : now.services()) {
      Optional.ofNullable(specs.get(service.name()))
          .ifPresent(
              spec -> {
                Mapping wanted = form.apply(spec, rules);
                targets.add(
                    new ServiceTarget(
                        service.name(),
                        service.id(),
                        observed -> form.apply(observed, rules).equals(wanted),
                        longer(stableFor, spec)));
              });
    }
    return targets;
  }

  /** Forcing a restart does not change what a service should be, so the counter does not count. */
  static Mapping comparable(Mapping spec, ComparisonRules rules) {
    return rules.smallest(spec.withAt(FORCE_UPDATE, Document.number(0)));
  }

  private static Duration longer(Duration stableFor, Mapping spec) {
    Duration monitor =
        spec.at(MONITOR).flatMap(Document::asLong).map(Duration::ofNanos).orElse(Duration.ZERO);
    return monitor.compareTo(stableFor) > 0 ? monitor : stableFor;
  }
}
