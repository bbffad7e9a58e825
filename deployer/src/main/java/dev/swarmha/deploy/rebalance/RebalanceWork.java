package dev.swarmha.deploy.rebalance;

import dev.swarmha.deploy.Counted;
import dev.swarmha.deploy.DeployRequest.Patience;
import dev.swarmha.deploy.SwarmWait;
import dev.swarmha.deploy.Waited;
import dev.swarmha.deploy.World;
import dev.swarmha.deploy.apply.Applied;
import dev.swarmha.deploy.apply.PlanExecutor;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.rebalance.RebalanceRequest.Method;
import dev.swarmha.deploy.surge.PutBack;
import dev.swarmha.deploy.surge.Surge;
import dev.swarmha.deploy.surge.SurgeEnd;
import dev.swarmha.deploy.surge.SurgeEnd.Course;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.wait.WaitResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Carries out what was forecast, for some services at a time, under their stack's lock. */
final class RebalanceWork {

  private final RebalanceRequest request;
  private final Forecast forecast;
  private int services;
  private int tasks;

  RebalanceWork(RebalanceRequest request, Forecast forecast) {
    this.request = request;
    this.forecast = forecast;
  }

  /** What was done up to now. */
  String summary() {
    return services == 0
        ? "nothing was moved"
        : Counted.of(services, "service")
            + " spread anew, by "
            + Counted.of(tasks, request.method() == Method.SURGE ? "move" : "restart");
  }

  Outcome on(Set<ResourceId> ids, World world, Deadline deadline) {
    try {
      Optional<Outcome> trouble = putBack(ids, world, deadline);
      if (trouble.isPresent()) {
        return trouble.get();
      }
      return request.method() == Method.SURGE
          ? surge(ids, world, deadline)
          : force(ids, world, deadline);
    } catch (InterruptedException | EngineInterruptedException interrupted) {
      return new Outcome.Interrupted(
          "interrupted; the Engine goes on with the services that are changed already;"
              + " to wait for all that is deployed: swarmha wait");
    }
  }

  /** What a command has left that was cut off, which nobody else can be at under the lock. */
  private Optional<Outcome> putBack(Set<ResourceId> ids, World world, Deadline deadline)
      throws InterruptedException {
    List<Resource> leftovers =
        Surge.leftovers(RebalanceServices.snapshot(world).services()).stream()
            .filter(service -> ids.contains(service.id()))
            .toList();
    if (leftovers.isEmpty()) {
      return Optional.empty();
    }
    PutBack back = new Surge(world).putBack(leftovers);
    back.notes().forEach(text -> note(world, text));
    if (!back.isComplete()) {
      return Optional.of(new Outcome.Failed(back.words(), Optional.empty(), List.of()));
    }
    note(world, "a command was cut off here; " + back.words());
    WaitResult settled =
        new SwarmWait(world).converged(back.restored(), request.patience(), deadline);
    return settled.succeeded()
        ? Optional.empty()
        : Optional.of(ended(settled, RebalanceServices.names(leftovers), ""));
  }

  /** One service after the other, each planned anew from what the ones before have left. */
  private Outcome surge(Set<ResourceId> ids, World world, Deadline deadline)
      throws InterruptedException {
    for (ResourceId id : ids) {
      Snapshot now = RebalanceServices.snapshot(world);
      List<Resource> service =
          now.services().stream().filter(each -> each.id().equals(id)).toList();
      Forecast fresh =
          RebalancePlanner.plan(
              Strategy.of(request.method()), service, now, request.maxMoves() - tasks);
      if (fresh.moves().isEmpty()) {
        tellIfExpected(fresh, id, world);
        continue;
      }
      Optional<Outcome> trouble = surge(fresh.moves().get(0), world, deadline);
      if (trouble.isPresent()) {
        return trouble.get();
      }
    }
    return new Outcome.Done(summary());
  }

  private void tellIfExpected(Forecast fresh, ResourceId id, World world) {
    if (forecast.concerns(id)) {
      fresh
          .leftAlone()
          .forEach((name, reason) -> note(world, name + " is left alone by now: " + reason));
    }
  }

  private Optional<Outcome> surge(Move move, World world, Deadline deadline)
      throws InterruptedException {
    String name = move.service().name();
    SurgeEnd end =
        new Surge(world)
            .during(Map.of(move.service(), move.tasks()), request.patience(), deadline, () -> {});
    end.back().notes().forEach(text -> note(world, text));
    if (end.course() == Course.INTERRUPTED) {
      return Optional.of(new Outcome.Interrupted("interrupted; " + end.back().words()));
    }
    if (end.course() == Course.NOT_UP) {
      return Optional.of(ended(end.up(), name, "; " + end.back().words()));
    }
    if (!end.back().isComplete()) {
      return Optional.of(new Outcome.Failed(end.back().words(), Optional.empty(), List.of()));
    }
    WaitResult settled = new SwarmWait(world).converged(end.back().restored(), atOnce(), deadline);
    if (!settled.succeeded()) {
      return Optional.of(ended(settled, name, ""));
    }
    services++;
    tasks += move.tasks();
    return Optional.empty();
  }

  /** Every task that stays has been watched while the service had more of them. */
  private Patience atOnce() {
    return new Patience(
        request.patience().timeout(), request.patience().progressDeadline(), Duration.ZERO);
  }

  private Outcome force(Set<ResourceId> ids, World world, Deadline deadline)
      throws InterruptedException {
    Snapshot now = RebalanceServices.snapshot(world);
    List<Resource> observed =
        now.services().stream().filter(each -> ids.contains(each.id())).toList();
    Forecast fresh =
        RebalancePlanner.plan(
            Strategy.of(request.method()), observed, now, request.maxMoves() - tasks);
    Applied applied =
        new PlanExecutor(world.swarm(), world.sink()).apply(fresh.plan(), now, deadline);
    if (applied.failure().isPresent()) {
      return new Outcome.Failed(
          "the Engine refused: " + applied.failure().get().message(), Optional.empty(), List.of());
    }
    List<Resource> forced =
        fresh.plan().steps().stream()
            .flatMap(
                step -> step.observed().map(it -> it.withSpec(step.spec().orElseThrow())).stream())
            .toList();
    WaitResult result = new SwarmWait(world).restarted(forced, request.patience(), deadline);
    if (result.succeeded()) {
      services += forced.size();
      tasks += fresh.tasks();
    }
    return ended(result, Counted.of(forced.size(), "service"), "");
  }

  private static Outcome ended(WaitResult result, String what, String and) {
    return Waited.outcome(result, what, "spread anew", "not spread anew" + and);
  }

  private static void note(World world, String message) {
    world.sink().on(new ProgressEvent.Noted(message));
  }
}
