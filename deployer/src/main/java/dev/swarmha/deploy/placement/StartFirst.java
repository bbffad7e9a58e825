package dev.swarmha.deploy.placement;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.plan.UpdateOrder;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.FieldChange;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Node.NodeState;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.Task;
import dev.swarmha.wait.RestartPolicy;
import dev.swarmha.wait.Slot;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whether an update with {@code order: start-first} certainly never ends: a new task must run
 * before an old one is stopped (swarmkit {@code manager/orchestrator/update}), no node has room for
 * one beside the old ones, and there would be room without them. What may still change by itself
 * counts as room: tasks that do not run steadily, tasks of other services that the same deploy
 * changes, nodes that are down or of which the managers know no state.
 */
final class StartFirst {

  private final Snapshot snapshot;
  private final NetworkDrivers networks;
  private final Set<ResourceId> changing;

  /**
   * Judges by a snapshot.
   *
   * @param changing the services that the same deploy changes
   */
  StartFirst(Snapshot snapshot, NetworkDrivers networks, Set<ResourceId> changing) {
    this.snapshot = requireNonNull(snapshot, "snapshot");
    this.networks = requireNonNull(networks, "networks");
    this.changing = Set.copyOf(changing);
  }

  /** Whether an update may be such a one at all, as far as its service alone tells. */
  static boolean concerns(Mapping spec, List<FieldChange> changes) {
    return UpdateOrder.startsFirst(spec)
        && changes.stream().anyMatch(change -> replacesTasks(change.path()));
  }

  /** Other constraints alone replace no task whose node still satisfies them. */
  private static boolean replacesTasks(DocumentPath path) {
    boolean task = path.startsWith(DocumentPath.of("TaskTemplate"));
    boolean placement = path.startsWith(DocumentPath.of("TaskTemplate", "Placement"));
    return (task && !placement) || path.startsWith(DocumentPath.of("EndpointSpec"));
  }

  /** What each node says that would suit, if there is no room on any; empty where there may be. */
  Optional<Placement> deadlock(Resource service, Mapping spec) {
    if (!isSettled(service)) {
      return Optional.empty();
    }
    TaskNeeds needs = TaskNeeds.of(spec, Optional.of(service.id()), networks);
    Snapshot beside = hopeful(new SteadyTasks(snapshot).of(service.id(), changing));
    Snapshot instead = beside.without(task -> task.service().equals(service.id()));
    if (spec.mapping("Mode").has("Global")) {
      return global(service, needs, beside, instead);
    }
    return spec.mapping("Mode").has("Replicated") && !shrinks(service, spec)
        ? replicated(needs, beside, instead)
        : Optional.empty();
  }

  /**
   * Whether all tasks have the present spec and are kept up. One of an earlier spec may have just
   * the spec that it is to get, as when an update that hangs is taken back, and then it stays.
   */
  private boolean isSettled(Resource service) {
    return RestartPolicy.of(service.spec()).restartsAfterFailure()
        && snapshot.tasksOf(service.id()).stream().filter(Slot::isLive).allMatch(Task::upToDate);
  }

  /** What is scaled down makes room, whatever the order. */
  private boolean shrinks(Resource service, Mapping spec) {
    long wanted = spec.mapping("Mode").mapping("Replicated").number("Replicas").orElse(1L);
    long slots =
        Slot.of(snapshot.tasksOf(service.id())).stream()
            .filter(slot -> slot.live().isPresent())
            .count();
    return wanted < slots;
  }

  private static Optional<Placement> replicated(
      TaskNeeds needs, Snapshot beside, Snapshot instead) {
    Placement now = Placement.judge(needs, beside);
    if (now.fitsSomewhere()) {
      return Optional.empty();
    }
    List<NodeFit> suiting =
        now.nodes().stream()
            .filter(fit -> Placement.judge(needs, fit.node(), instead).fits())
            .toList();
    return suiting.isEmpty() ? Optional.empty() : Optional.of(new Placement(suiting));
  }

  /** Each node's new task can go nowhere else, and one that waits holds up the whole rollout. */
  private static Optional<Placement> global(
      Resource service, TaskNeeds needs, Snapshot beside, Snapshot instead) {
    List<NodeFit> stuck =
        Placement.judge(needs, beside).nodes().stream()
            .filter(fit -> !fit.fits())
            .filter(fit -> hasTaskOn(service, fit.node(), beside))
            .filter(fit -> Placement.judge(needs, fit.node(), instead).fits())
            .toList();
    return stuck.isEmpty() ? Optional.empty() : Optional.of(new Placement(stuck));
  }

  private static boolean hasTaskOn(Resource service, Node node, Snapshot snapshot) {
    return snapshot.tasksOf(service.id()).stream()
        .anyMatch(task -> task.node().filter(node.id()::equals).isPresent());
  }

  /** Nodes come back by themselves, and after an election the managers know the state of none. */
  private static Snapshot hopeful(Snapshot snapshot) {
    return new Snapshot(
        snapshot.takenAt(),
        snapshot.resources(),
        snapshot.tasks(),
        snapshot.nodes().stream().map(node -> node.with(NodeState.READY)).toList());
  }
}
