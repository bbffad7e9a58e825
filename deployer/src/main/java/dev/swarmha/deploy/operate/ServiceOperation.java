package dev.swarmha.deploy.operate;

import dev.swarmha.deploy.DeployRequest.Patience;
import dev.swarmha.deploy.SwarmWait;
import dev.swarmha.deploy.Waited;
import dev.swarmha.deploy.World;
import dev.swarmha.deploy.apply.Applied;
import dev.swarmha.deploy.apply.PlanExecutor;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.lock.LockLostException;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.placement.ReplicaCount;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.wait.RemovalWait;
import dev.swarmha.wait.WaitResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One operation on services, under the locks of their stacks. */
final class ServiceOperation {

  private final OperateRequest request;
  private final Map<ResourceId, ServiceChange> changes;

  ServiceOperation(OperateRequest request, Map<ResourceId, ServiceChange> changes) {
    this.request = request;
    this.changes = new LinkedHashMap<>(changes);
  }

  Outcome run(World world) {
    try {
      return operate(world);
    } catch (InterruptedException | EngineInterruptedException interrupted) {
      return new Outcome.Interrupted(
          "interrupted; the Engine goes on with the services that are changed already;"
              + " to wait for all that is deployed: swarmha wait");
    } catch (LockLostException lost) {
      return new Outcome.Failed(
          "stopped, since the lock was lost; what is changed stays changed: " + lost.getMessage(),
          Optional.empty(),
          List.of());
    }
  }

  private Outcome operate(World world) throws InterruptedException {
    Snapshot before = Snapshot.ofSwarm(world.swarm(), world.timeline());
    OperationPlan planned = OperationPlan.of(observed(before));
    OperateServices.refuse(planned.problems());
    if (request.operation() == Operation.SCALE) {
      count(planned, before, world);
    }
    planned.notes().forEach(note -> world.sink().on(new ProgressEvent.Noted(note)));
    world.sink().on(new ProgressEvent.PlanMade(planned.plan()));
    Deadline deadline = Deadline.in(request.terms().patience().timeout(), world.timeline());
    Applied applied =
        new PlanExecutor(world.swarm(), world.sink()).apply(planned.plan(), before, deadline);
    if (applied.failure().isPresent()) {
      return refused(applied, applied.failure().get());
    }
    if (request.terms().detach()) {
      return planned.plan().isEmpty()
          ? new Outcome.Done("nothing was changed")
          : new Outcome.Detached(names(planned) + " submitted, not waited for", Optional.empty());
    }
    return ended(await(world, planned.wanted(), deadline), planned);
  }

  /** More replicas than there is room for are tried; so many that it looks like a slip are not. */
  private void count(OperationPlan planned, Snapshot before, World world) {
    ReplicaCount count =
        ReplicaCount.of(
            planned.plan(),
            before.with(
                ResourceKind.NETWORK, world.swarm().list(ResourceKind.NETWORK, Selector.all())));
    if (!request.anyNumber()) {
      OperateServices.refuse(count.excesses());
    }
    count
        .warnings()
        .forEach(words -> world.sink().on(new ProgressEvent.Noted("warning: " + words)));
  }

  /** The services as they are now; one that was removed meanwhile cannot be changed any more. */
  private Map<Resource, ServiceChange> observed(Snapshot now) {
    Map<Resource, ServiceChange> found = new LinkedHashMap<>();
    changes.forEach(
        (id, change) ->
            now.services().stream()
                .filter(service -> service.id().equals(id))
                .findFirst()
                .ifPresentOrElse(
                    service -> found.put(service, change),
                    () -> {
                      throw new EngineRefusedException(
                          "service " + id + " was removed by somebody else meanwhile");
                    }));
    return found;
  }

  private static Outcome refused(Applied applied, Applied.Failure failure) {
    if (applied.done().isEmpty()) {
      throw new EngineRefusedException("could not " + failure.message());
    }
    return new Outcome.Failed(
        "the Engine refused: "
            + failure.message()
            + "; changed already: "
            + applied.done().stream()
                .map(step -> step.target().name())
                .collect(Collectors.joining(", ")),
        Optional.empty(),
        failure.reasons());
  }

  private WaitResult await(World world, List<Resource> wanted, Deadline deadline)
      throws InterruptedException {
    Patience patience = request.terms().patience();
    SwarmWait wait = new SwarmWait(world);
    if (request.operation() == Operation.RESTART) {
      return wait.restarted(wanted, patience, deadline);
    }
    WaitResult converged = wait.converged(wanted, patience, deadline);
    // The managers' wish is all that convergence asks for; whoever stops a service waits for more.
    return converged.succeeded() && request.operation() == Operation.STOP
        ? new RemovalWait(world.impatientSwarm(), world.timeline()).awaitTasks(wanted, deadline)
        : converged;
  }

  private Outcome ended(WaitResult result, OperationPlan planned) {
    String past = request.operation().past();
    if (result.succeeded() && planned.plan().isEmpty()) {
      return new Outcome.Done("nothing was changed");
    }
    return Waited.outcome(result, names(planned), past, "not " + past);
  }

  private static String names(OperationPlan planned) {
    return planned.wanted().stream().map(Resource::name).collect(Collectors.joining(", "));
  }
}
