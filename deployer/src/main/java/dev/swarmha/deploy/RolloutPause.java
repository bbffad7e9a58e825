package dev.swarmha.deploy;

import dev.swarmha.deploy.apply.Applied;
import dev.swarmha.deploy.apply.Gate;
import dev.swarmha.deploy.apply.PlanExecutor;
import dev.swarmha.deploy.apply.Replanning;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.plan.HoldPlanner;
import dev.swarmha.deploy.plan.Plan;
import dev.swarmha.deploy.plan.Step;
import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.Snapshot.ExternalNames;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.time.Deadline;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Stops a rollout where it is, as far as the Engine can be stopped, and tells where that is. */
final class RolloutPause {

  private final World world;
  private final String stack;

  RolloutPause(World world, String stack) {
    this.world = world;
    this.stack = stack;
  }

  /** Holds the updates that the Engine is in the midst of; these are the services concerned. */
  Set<String> hold(DesiredStack desired, Deadline deadline) throws InterruptedException {
    Set<String> held = new TreeSet<>();
    try {
      Snapshot now = snapshot();
      Plan plan = HoldPlanner.hold(desired, now);
      if (!plan.isEmpty()) {
        world.sink().on(new ProgressEvent.PlanMade(plan));
      }
      for (Step step : plan.steps()) {
        if (isHeld(step, now, deadline)) {
          held.add(step.target().name());
        }
      }
      tell(held);
    } catch (EngineInterruptedException interrupted) {
      throw interrupted;
    } catch (EngineException away) {
      note("updates that are on their way could not be held: " + away.getMessage());
    }
    return held;
  }

  private boolean isHeld(Step step, Snapshot now, Deadline deadline) throws InterruptedException {
    Applied applied =
        new PlanExecutor(world.swarm(), world.sink(), Gate.NONE, Replanning.NONE)
            .apply(new Plan(List.of(step)), now, deadline);
    applied
        .failure()
        .ifPresent(
            failure ->
                note(
                    step.target().name()
                        + " could not be held, so that the Engine goes on updating it: "
                        + failure.message()));
    return applied.failure().isEmpty();
  }

  private void tell(Set<String> held) {
    if (held.isEmpty()) {
      return;
    }
    Snapshot now = snapshot();
    now.services().stream()
        .filter(service -> held.contains(service.name()))
        .forEach(service -> note(place(service, now)));
  }

  private static String place(Resource service, Snapshot now) {
    List<Task> running = now.tasksOf(service.id()).stream().filter(Task::isRunning).toList();
    return service.name()
        + " is held: "
        + running.stream().filter(Task::upToDate).count()
        + " of "
        + running.size()
        + " running tasks are of the new spec; Swarm cannot stop an update, so it ends what it has"
        + " begun, replaces one task more at the most, and waits for the next deploy";
  }

  private void note(String message) {
    world.sink().on(new ProgressEvent.Noted(message));
  }

  private Snapshot snapshot() {
    return Snapshot.ofStack(world.swarm(), world.timeline(), stack, ExternalNames.NONE);
  }
}
