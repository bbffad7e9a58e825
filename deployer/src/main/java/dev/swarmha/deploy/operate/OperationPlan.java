package dev.swarmha.deploy.operate;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.operate.ServiceChange.Decision;
import dev.swarmha.deploy.plan.Plan;
import dev.swarmha.deploy.plan.PlanBuilder;
import dev.swarmha.deploy.plan.Prerequisites;
import dev.swarmha.engine.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is to be done to services as they were observed.
 *
 * @param wanted every service that was named, as it is to be afterwards
 * @param notes about those that are so already
 * @param problems why nothing can be done at all
 */
record OperationPlan(Plan plan, List<Resource> wanted, List<String> notes, List<String> problems) {

  OperationPlan {
    requireNonNull(plan, "plan");
    wanted = List.copyOf(wanted);
    notes = List.copyOf(notes);
    problems = List.copyOf(problems);
  }

  static OperationPlan of(Map<Resource, ServiceChange> changes) {
    PlanBuilder plan = new PlanBuilder();
    List<Resource> wanted = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    changes.forEach(
        (service, change) -> {
          Decision decision = change.on(service);
          if (decision instanceof Decision.Write write) {
            plan.update(
                service, write.spec(), List.of(write.change()), write.cause(), Prerequisites.NONE);
            wanted.add(service.withSpec(write.spec()));
          } else if (decision instanceof Decision.Nothing nothing) {
            notes.add(nothing.note());
            wanted.add(service);
          } else {
            problems.add(((Decision.Refused) decision).problem());
          }
        });
    return new OperationPlan(plan.build(), wanted, notes, problems);
  }
}
