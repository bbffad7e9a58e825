package dev.swarmha.deploy.placement;

import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.plan.Plan;
import dev.swarmha.deploy.plan.Step;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What can be told of a plan's placement before anything is sent.
 *
 * @param deadlocks updates that certainly never end, each with what to do
 * @param warnings services for which the swarm is too small as it is
 */
public record Foresight(List<String> deadlocks, List<String> warnings) {

  private static final int NODES_NAMED = 5;

  public Foresight {
    deadlocks = List.copyOf(deadlocks);
    warnings = List.copyOf(warnings);
  }

  /**
   * Looks at the services that a plan creates or updates.
   *
   * @param before the stack, all nodes and networks, as the plan was made from them
   * @param swarm all services and tasks of the swarm; asked for once at most, and only where tasks
   *     of other stacks may be in the way
   */
  public static Foresight of(
      DesiredStack desired, Plan plan, Snapshot before, Supplier<Snapshot> swarm) {
    NetworkDrivers networks = NetworkDrivers.of(desired, before);
    Set<ResourceId> changing =
        plan.stepsFor(ResourceKind.SERVICE).stream()
            .flatMap(step -> step.observed().stream())
            .map(Resource::id)
            .collect(Collectors.toSet());
    Judges judges = new Judges(before, swarm, networks, changing);
    List<String> deadlocks = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    for (Step step : plan.stepsFor(ResourceKind.SERVICE)) {
      if (step.spec().isPresent()) {
        Mapping spec = step.spec().get();
        Room.shortage(spec, before, networks)
            .ifPresent(words -> warnings.add(step.target() + ": " + words));
        step.observed()
            .filter(service -> StartFirst.concerns(spec, step.changes()))
            .flatMap(service -> judges.deadlock(service, spec))
            .ifPresent(full -> deadlocks.add(words(step, spec, full)));
      }
    }
    return new Foresight(deadlocks, warnings);
  }

  private static String words(Step step, Mapping spec, Placement full) {
    String named =
        full.nodes().stream()
            .limit(NODES_NAMED)
            .map(fit -> fit.node().hostname() + ": " + fit.words())
            .collect(Collectors.joining("; "));
    int more = full.nodes().size() - NODES_NAMED;
    return step.target()
        + " would never finish this update: with order start-first a new task must run before an"
        + " old one is stopped, and there is no room for one beside them ("
        + full.engineWords()
        + ": "
        + named
        + (more > 0 ? "; and " + more + " more" : "")
        + "); set deploy.update_config.order to stop-first, "
        + Remedy.of(full, spec.mapping("Mode").has("Global"));
  }

  /** By the tasks of the stack; and where they leave room, by those of the whole swarm. */
  private static final class Judges {

    private final StartFirst own;
    private final Supplier<Snapshot> swarm;
    private final NetworkDrivers networks;
    private final Set<ResourceId> changing;
    private Optional<StartFirst> all = Optional.empty();

    private Judges(
        Snapshot before,
        Supplier<Snapshot> swarm,
        NetworkDrivers networks,
        Set<ResourceId> changing) {
      this.own = new StartFirst(before, networks, changing);
      this.swarm = swarm;
      this.networks = networks;
      this.changing = changing;
    }

    Optional<Placement> deadlock(Resource service, Mapping spec) {
      return own.deadlock(service, spec)
          .or(() -> othersCount(spec) ? all().deadlock(service, spec) : Optional.empty());
    }

    private boolean othersCount(Mapping spec) {
      TaskNeeds needs = TaskNeeds.of(spec, Optional.empty(), networks);
      return !needs.reserved().isNone() || !needs.hostPorts().isEmpty();
    }

    private StartFirst all() {
      if (all.isEmpty()) {
        all = Optional.of(new StartFirst(swarm.get(), networks, changing));
      }
      return all.get();
    }
  }
}
