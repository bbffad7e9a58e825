package dev.swarmha.engine;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.time.Timeline;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What was read from the swarm at one instant. A snapshot costs a constant number of Engine calls,
 * however many services there are, but for one more for each network that no list shows. Kinds that
 * were not asked for are empty.
 */
public record Snapshot(
    Instant takenAt,
    Map<ResourceKind, List<Resource>> resources,
    List<Task> tasks,
    List<Node> nodes) {

  public Snapshot {
    requireNonNull(takenAt, "takenAt");
    Map<ResourceKind, List<Resource>> copy = new EnumMap<>(ResourceKind.class);
    resources.forEach((kind, list) -> copy.put(kind, IndexedList.of(list, Resource::id)));
    resources = copy;
    tasks = IndexedList.of(tasks, Task::service);
    nodes = IndexedList.of(nodes, Node::id);
  }

  /**
   * Everything that belongs to a stack, all networks that its services may refer to, all nodes, and
   * the secrets and configs of these names that the stack uses but does not own.
   */
  public static Snapshot ofStack(
      SwarmEngine engine, Timeline timeline, String stack, ExternalNames externals) {
    Map<ResourceKind, List<Resource>> resources = new EnumMap<>(ResourceKind.class);
    Selector selector = Selector.stack(stack);
    List<Resource> services = engine.list(ResourceKind.SERVICE, selector);
    resources.put(ResourceKind.SERVICE, services);
    resources.put(ResourceKind.NETWORK, networks(engine, services));
    resources.put(
        ResourceKind.SECRET, owned(engine, ResourceKind.SECRET, selector, externals.secrets()));
    resources.put(
        ResourceKind.CONFIG, owned(engine, ResourceKind.CONFIG, selector, externals.configs()));
    List<Task> tasks = engine.tasks(TaskQuery.ofStack(stack));
    return new Snapshot(timeline.instant(), resources, tasks, engine.nodes());
  }

  /** The services of a stack with their tasks and all nodes: what judging a rollout needs. */
  public static Snapshot ofRollout(SwarmEngine engine, Timeline timeline, String stack) {
    return new Snapshot(
        timeline.instant(),
        Map.of(ResourceKind.SERVICE, engine.list(ResourceKind.SERVICE, Selector.stack(stack))),
        engine.tasks(TaskQuery.ofStack(stack)),
        engine.nodes());
  }

  /** All services of the swarm with their tasks and all nodes. */
  public static Snapshot ofSwarm(SwarmEngine engine, Timeline timeline) {
    return new Snapshot(
        timeline.instant(),
        Map.of(ResourceKind.SERVICE, engine.list(ResourceKind.SERVICE, Selector.all())),
        engine.tasks(TaskQuery.all()),
        engine.nodes());
  }

  /** Those of the swarm, and those without a place in its list that the services are on. */
  private static List<Resource> networks(SwarmEngine engine, List<Resource> services) {
    Map<ResourceId, Resource> networks = new LinkedHashMap<>();
    engine
        .list(ResourceKind.NETWORK, Selector.all())
        .forEach(network -> networks.put(network.id(), network));
    services.stream()
        .flatMap(service -> service.spec().mapping("TaskTemplate").sequence("Networks").mappings())
        .flatMap(network -> network.text("Target").stream())
        .map(ResourceId::new)
        .distinct()
        .filter(id -> !networks.containsKey(id))
        .flatMap(id -> engine.find(ResourceKind.NETWORK, id).stream())
        .forEach(network -> networks.put(network.id(), network));
    return List.copyOf(networks.values());
  }

  private static List<Resource> owned(
      SwarmEngine engine, ResourceKind kind, Selector selector, Set<String> externalNames) {
    Map<ResourceId, Resource> found = new LinkedHashMap<>();
    engine.list(kind, selector).forEach(resource -> found.put(resource.id(), resource));
    if (!externalNames.isEmpty()) {
      engine
          .list(kind, Selector.names(externalNames))
          .forEach(resource -> found.put(resource.id(), resource));
    }
    return List.copyOf(found.values());
  }

  /** The same instant with the objects of one more kind. */
  public Snapshot with(ResourceKind kind, List<Resource> list) {
    Map<ResourceKind, List<Resource>> more = new EnumMap<>(ResourceKind.class);
    more.putAll(resources);
    more.put(kind, list);
    return new Snapshot(takenAt, more, tasks, nodes);
  }

  /** The same instant, had there not been these tasks. */
  public Snapshot without(Predicate<Task> some) {
    return new Snapshot(takenAt, resources, tasks.stream().filter(some.negate()).toList(), nodes);
  }

  public List<Resource> all(ResourceKind kind) {
    return resources.getOrDefault(kind, List.of());
  }

  public List<Resource> services() {
    return all(ResourceKind.SERVICE);
  }

  public Optional<Resource> find(ResourceKind kind, String name) {
    return all(kind).stream().filter(resource -> resource.name().equals(name)).findFirst();
  }

  public Optional<Resource> find(ResourceKind kind, ResourceId id) {
    return resources.containsKey(kind) ? IndexedList.firstOf(all(kind), id) : Optional.empty();
  }

  /** The tasks of one service, in order of creation. */
  public List<Task> tasksOf(ResourceId service) {
    return IndexedList.allOf(tasks, service);
  }

  public Optional<Node> node(ResourceId id) {
    return IndexedList.firstOf(nodes, id);
  }

  /** Names of secrets and configs that a stack uses and somebody else owns, or may own. */
  public record ExternalNames(Set<String> secrets, Set<String> configs) {
    /** Nothing beside what carries the stack's label. */
    public static final ExternalNames NONE = new ExternalNames(Set.of(), Set.of());

    public ExternalNames {
      secrets = Set.copyOf(secrets);
      configs = Set.copyOf(configs);
    }
  }
}
