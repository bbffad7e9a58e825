package dev.swarmha.engine.testkit.state;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Node.NodeState;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.TaskState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that the managers of one swarm agree on. Each write raises one index, as a raft log
 * does, and asks for a pass of the managers.
 */
public final class ClusterState {

  private final Timers timers;
  private final Runnable wake;
  private final Ids ids;
  private final Map<ResourceId, StoredObject> objects = new LinkedHashMap<>();
  private final Map<ResourceId, StoredNode> nodes = new LinkedHashMap<>();
  private final Map<ResourceId, StoredTask> tasks = new LinkedHashMap<>();
  private long index = 10;

  /**
   * An empty swarm.
   *
   * @param swarm its number among those of a world, from 1
   * @param wake called after each change and at each time that somebody asked for
   */
  public ClusterState(int swarm, Timers timers, Runnable wake) {
    this.ids = new Ids(swarm);
    this.timers = requireNonNull(timers, "timers");
    this.wake = requireNonNull(wake, "wake");
  }

  public Instant now() {
    return timers.instant();
  }

  /** Asks for a pass of the managers at this instant. */
  public void wakeAt(Instant at) {
    timers.schedule(at, wake);
  }

  void changed() {
    index++;
    wake.run();
  }

  public StoredObject create(
      ResourceKind kind, String name, Mapping spec, Optional<Payload> payload) {
    StoredObject made =
        new StoredObject(
            kind,
            ids.next(kind.word()),
            name,
            now(),
            now(),
            0,
            spec,
            Optional.empty(),
            Optional.empty(),
            payload);
    return put(made);
  }

  /** Stores the object under a new version. */
  public StoredObject put(StoredObject object) {
    changed();
    StoredObject stored = object.written(index, now());
    objects.put(stored.id(), stored);
    nodes.computeIfPresent(
        stored.id(),
        (id, node) -> new StoredNode(stored, node.host(), node.state(), node.leader()));
    return stored;
  }

  public void remove(ResourceId id) {
    objects.remove(id);
    nodes.remove(id);
    changed();
  }

  public Optional<StoredObject> find(ResourceId id) {
    return Optional.ofNullable(objects.get(id));
  }

  public Optional<StoredObject> find(ResourceKind kind, String name) {
    return all(kind).stream().filter(object -> object.name().equals(name)).findFirst();
  }

  /** All objects of a kind, ordered by name. */
  public List<StoredObject> all(ResourceKind kind) {
    return objects.values().stream()
        .filter(object -> object.kind() == kind)
        .sorted(Comparator.comparing(StoredObject::name).thenComparing(StoredObject::createdAt))
        .toList();
  }

  public StoredNode addNode(Host host, Mapping spec) {
    StoredObject object = create(ResourceKind.NODE, host.name(), spec, Optional.empty());
    StoredNode node = new StoredNode(object, host, NodeState.READY, false);
    nodes.put(node.id(), node);
    return node;
  }

  /** Records what a node reports of itself, or that it reports nothing any more. */
  public void report(ResourceId id, NodeState state) {
    StoredNode node = requireNonNull(nodes.get(id), "node");
    if (node.state() != state) {
      nodes.put(id, new StoredNode(node.object(), node.host(), state, node.leader()));
      put(node.object());
    }
  }

  public void lead(Optional<ResourceId> leader) {
    nodes.replaceAll(
        (id, node) ->
            new StoredNode(
                node.object(), node.host(), node.state(), leader.filter(id::equals).isPresent()));
  }

  public Optional<StoredNode> node(ResourceId id) {
    return Optional.ofNullable(nodes.get(id));
  }

  /** All nodes, ordered by host name. */
  public List<StoredNode> nodes() {
    return nodes.values().stream()
        .sorted(Comparator.comparing(StoredNode::hostname).thenComparing(node -> node.id().value()))
        .toList();
  }

  public StoredTask createTask(
      StoredObject service, Optional<Integer> slot, Optional<ResourceId> node, TaskState desired) {
    StoredTask.Birth birth = new StoredTask.Birth(ids.next("task"), service, slot, now());
    StoredTask task = new StoredTask(this, birth, node, desired);
    tasks.put(task.id(), task);
    changed();
    return task;
  }

  public Optional<StoredTask> task(ResourceId id) {
    return Optional.ofNullable(tasks.get(id));
  }

  public void removeTask(StoredTask task) {
    tasks.remove(task.id());
    changed();
  }

  /** All tasks, in order of creation. */
  public List<StoredTask> tasks() {
    return new ArrayList<>(tasks.values());
  }

  public List<StoredTask> tasksOf(ResourceId service) {
    return tasks.values().stream().filter(task -> task.service().equals(service)).toList();
  }

  public List<StoredTask> tasksOn(ResourceId node) {
    return tasks.values().stream().filter(task -> task.isOn(node)).toList();
  }

  /**
   * Whether a task differs from what its service asks for now. Only the task template and the
   * endpoint count, and a changed placement does not while the task's node satisfies it (swarmkit
   * {@code manager/orchestrator/task.go}).
   */
  public boolean isDirty(StoredTask task) {
    StoredObject service = objects.get(task.service());
    if (service == null) {
      return false;
    }
    TaskSpec wanted = service.service().task();
    if (!task.endpoint().equals(service.service().endpoint())) {
      return true;
    }
    if (task.spec().equals(wanted)) {
      return false;
    }
    boolean onlyPlacement =
        task.spec().template().without("Placement").equals(wanted.template().without("Placement"));
    return !(onlyPlacement && nodeSatisfies(task, wanted));
  }

  private boolean nodeSatisfies(StoredTask task, TaskSpec wanted) {
    return task.node()
        .flatMap(this::node)
        .filter(node -> wanted.constraints().stream().allMatch(rule -> rule.allows(node)))
        .isPresent();
  }
}
