package dev.swarmha.deploy.surge;

import dev.swarmha.deploy.plan.Plan;
import dev.swarmha.deploy.plan.PlanBuilder;
import dev.swarmha.deploy.plan.Prerequisites;
import dev.swarmha.deploy.plan.Replicas;
import dev.swarmha.deploy.plan.SurgeMemory;
import dev.swarmha.document.Document;
import dev.swarmha.document.FieldChange;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The plans by which services get more replicas for a while, and lose them again. Pure. */
final class SurgePlan {

  private SurgePlan() {}

  static Plan raising(Map<Resource, Integer> more) {
    PlanBuilder plan = new PlanBuilder();
    more.forEach(
        (service, count) -> {
          if (SurgeMemory.isIn(service.spec())
              || !service.spec().mapping("Mode").has("Replicated")) {
            throw new IllegalArgumentException(service.name() + " cannot be raised");
          }
          add(plan, service, SurgeMemory.raised(service.spec(), count), "for a while");
        });
    return plan.build();
  }

  /** One service, as it is to be again. */
  static Plan lowering(Resource service) {
    PlanBuilder plan = new PlanBuilder();
    add(plan, service, SurgeMemory.lowered(service.spec()), "as before");
    return plan.build();
  }

  /** The services as a plan makes them. */
  static List<Resource> sent(Plan plan) {
    return plan.steps().stream()
        .flatMap(step -> step.observed().map(it -> it.withSpec(step.spec().orElseThrow())).stream())
        .toList();
  }

  static List<Resource> leftovers(List<Resource> services) {
    return services.stream().filter(service -> SurgeMemory.isIn(service.spec())).toList();
  }

  private static void add(PlanBuilder plan, Resource service, Mapping spec, String why) {
    long now = Replicas.of(service.spec());
    long then = Replicas.of(spec);
    FieldChange change =
        new FieldChange(
            Replicas.PATH, Optional.of(Document.number(now)), Optional.of(Document.number(then)));
    plan.update(
        service,
        spec,
        now == then ? List.of() : List.of(change),
        "replicas " + now + " -> " + then + ", " + why,
        Prerequisites.NONE);
  }
}
