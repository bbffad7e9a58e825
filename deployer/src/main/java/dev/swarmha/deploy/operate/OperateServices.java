package dev.swarmha.deploy.operate;

import dev.swarmha.deploy.ExclusiveWork;
import dev.swarmha.deploy.Lookup;
import dev.swarmha.deploy.NotAService;
import dev.swarmha.deploy.World;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.plan.DeployRefusedException;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Scales, restarts, stops or starts services, and waits until they are as asked. Each service is
 * changed under the lock of its stack; one that belongs to no stack needs none.
 */
public final class OperateServices {

  private final World world;

  public OperateServices(World world) {
    this.world = world;
  }

  /**
   * Does it. What is wrong with any of the names is found before anything is changed.
   *
   * @throws NotFoundException when there is no such service
   * @throws DeployRefusedException when one cannot be changed in this way
   * @throws EngineRefusedException when the Engine refuses before anything is changed, or a name is
   *     ambiguous
   */
  public Outcome run(OperateRequest request) {
    List<Resource> services = world.swarm().list(ResourceKind.SERVICE, Selector.all());
    Map<Resource, ServiceChange> changes = changes(request, services);
    refuse(OperationPlan.of(changes).problems());
    Map<ResourceId, ServiceChange> byId = new LinkedHashMap<>();
    changes.forEach((service, change) -> byId.put(service.id(), change));
    TreeSet<String> stacks = new TreeSet<>();
    changes.keySet().forEach(service -> service.label(Selector.STACK_LABEL).ifPresent(stacks::add));
    return locking(List.copyOf(stacks), request, world, new ServiceOperation(request, byId));
  }

  private static Map<Resource, ServiceChange> changes(
      OperateRequest request, List<Resource> services) {
    Map<Resource, ServiceChange> changes = new LinkedHashMap<>();
    request
        .changes()
        .forEach(
            (name, change) -> {
              Resource service = service(name, services);
              ServiceChange other = changes.put(service, change);
              if (other != null && !other.on(service).equals(change.on(service))) {
                throw new DeployRefusedException(
                    List.of("service " + service.name() + " is named twice; say it once"));
              }
            });
    return changes;
  }

  private static Resource service(String name, List<Resource> services) {
    Lookup<Resource> lookup =
        new Lookup<>("service", service -> service.id().value(), Resource::name);
    try {
      return lookup.find(services, name);
    } catch (NotFoundException nothing) {
      throw NotAService.stack(name, services).orElse(nothing);
    }
  }

  static void refuse(List<String> problems) {
    if (!problems.isEmpty()) {
      throw new DeployRefusedException(problems);
    }
  }

  /**
   * Takes one lock after the other, in the order of their names, so that two never wait crosswise.
   */
  private static Outcome locking(
      List<String> stacks, OperateRequest request, World world, ServiceOperation operation) {
    if (stacks.isEmpty()) {
      return operation.run(world);
    }
    return new ExclusiveWork(world, stacks.get(0))
        .run(
            request.operation().word(),
            request.terms().lockTimeout(),
            held -> locking(stacks.subList(1, stacks.size()), request, held, operation));
  }
}
