package dev.swarmha.deploy.surge;

import dev.swarmha.deploy.World;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.plan.Plan;
import dev.swarmha.deploy.plan.Replicas;
import dev.swarmha.deploy.plan.Step;
import dev.swarmha.deploy.plan.SurgeMemory;
import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.StaleVersionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes services back to the replicas that their labels remember. Each is read just before it is
 * written, and again where somebody else was quicker: whatever else they have changed stays.
 */
final class PuttingBack {

  /** How often a service is written that somebody else changes meanwhile. */
  private static final int ROUNDS = 5;

  private final World world;
  private final List<Resource> restored = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  PuttingBack(World world) {
    this.world = world;
  }

  PutBack of(Set<ResourceId> services) {
    if (services.isEmpty()) {
      return PutBack.NOTHING;
    }
    try {
      for (Resource service : world.swarm().list(ResourceKind.SERVICE, Selector.all())) {
        if (services.contains(service.id())) {
          lower(service);
        }
      }
    } catch (EngineInterruptedException again) {
      problems.add("interrupted once more");
    } catch (EngineException trouble) {
      problems.add(String.valueOf(trouble.getMessage()));
    }
    return new PutBack(restored, notes, problems);
  }

  private void lower(Resource observed) {
    Optional<Resource> service = Optional.of(observed);
    for (int round = 1; service.filter(it -> SurgeMemory.isIn(it.spec())).isPresent(); round++) {
      try {
        write(service.get());
        return;
      } catch (StaleVersionException overtaken) {
        if (round == ROUNDS) {
          problems.add(observed.name() + ": " + overtaken.getMessage());
          return;
        }
        service = world.swarm().find(ResourceKind.SERVICE, observed.id());
      }
    }
  }

  private void write(Resource service) {
    Plan plan = SurgePlan.lowering(service);
    Step step = plan.steps().get(0);
    world.sink().on(new ProgressEvent.StepStarted(step));
    List<String> warnings =
        world.swarm().update(service, step.spec().orElseThrow(), step.options()).warnings();
    world.sink().on(new ProgressEvent.StepDone(step, warnings));
    Optional<SurgeMemory> memory = SurgeMemory.of(service.spec());
    if (memory.filter(it -> it.isUntouched(service.spec())).isPresent()) {
      restored.addAll(SurgePlan.sent(plan));
    } else {
      notes.add(
          service.name()
              + " keeps its "
              + Replicas.of(service.spec())
              + " replicas, since somebody else has set them meanwhile");
    }
  }
}
