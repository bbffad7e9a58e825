package dev.swarmha.deploy.placement;

import dev.swarmha.deploy.placement.NodeLoad.Placed;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What runs on each node of a snapshot, put together once, so that many services can be asked about
 * in large swarms.
 */
public final class NodeLoads {

  /** How long the scheduler remembers that a task failed (swarmkit {@code nodeinfo.go}). */
  private static final Duration REMEMBERED = Duration.ofMinutes(5);

  /** Of which service a task has failed on which node. */
  private record Failed(ResourceId service, ResourceId node) {}

  private final Map<ResourceId, NodeLoad> loads;
  private final List<Node> nodes;
  private final Map<ResourceId, Integer> wanted;
  private final Map<ResourceId, Map<ResourceId, Integer>> own;
  private final Map<Failed, Integer> failures;
  private final NetworkDrivers networks;

  /** Most services have the same preferences, or none. */
  private final Map<SpreadPreferences, List<List<String>>> branches;

  private NodeLoads(
      Map<ResourceId, NodeLoad> loads, Map<Failed, Integer> failures, NetworkDrivers networks) {
    this.loads = loads;
    this.failures = failures;
    this.networks = networks;
    this.nodes = loads.values().stream().map(NodeLoad::node).toList();
    this.branches = new HashMap<>();
    this.wanted = new HashMap<>();
    this.own = new HashMap<>();
    loads.forEach(this::count);
  }

  private NodeLoads(
      NodeLoads before,
      Map<ResourceId, NodeLoad> loads,
      ResourceId service,
      Set<ResourceId> nodes) {
    this.loads = loads;
    this.failures = before.failures;
    this.networks = before.networks;
    this.nodes = before.nodes;
    this.branches = before.branches;
    this.wanted = new HashMap<>(before.wanted);
    this.own = new HashMap<>(before.own);
    Map<ResourceId, Integer> counts = new HashMap<>(own.getOrDefault(service, Map.of()));
    own.put(service, counts);
    for (ResourceId node : nodes) {
      Optional.ofNullable(loads.get(node))
          .ifPresent(
              load -> {
                wanted.put(node, load.wanted());
                counts.put(node, (int) load.countOf(service));
              });
    }
  }

  private void count(ResourceId node, NodeLoad load) {
    wanted.put(node, load.wanted());
    load.services()
        .forEach(
            service ->
                own.computeIfAbsent(service, any -> new HashMap<>()).merge(node, 1, Integer::sum));
  }

  /** Those of a snapshot. */
  public static NodeLoads of(Snapshot snapshot) {
    Map<ResourceId, Resource> services = new HashMap<>();
    snapshot.services().forEach(service -> services.put(service.id(), service));
    Map<ResourceId, List<Placed>> placed = new HashMap<>();
    Map<Failed, Integer> failures = new HashMap<>();
    for (Task task : snapshot.tasks()) {
      Optional<ResourceId> node = task.node();
      if (node.isEmpty()) {
        continue;
      }
      if (NodeLoad.isPlaced(task)) {
        placed
            .computeIfAbsent(node.get(), id -> new ArrayList<>())
            .add(Placed.of(task, Optional.ofNullable(services.get(task.service()))));
      } else if (hasFailedOfLate(task, snapshot.takenAt())) {
        failures.merge(new Failed(task.service(), node.get()), 1, Integer::sum);
      }
    }
    Map<ResourceId, NodeLoad> loads = new LinkedHashMap<>();
    for (Node node : snapshot.nodes()) {
      loads.put(node.id(), new NodeLoad(node, placed.getOrDefault(node.id(), List.of())));
    }
    return new NodeLoads(loads, failures, NetworkDrivers.of(snapshot));
  }

  private static boolean hasFailedOfLate(Task task, Instant now) {
    boolean failed = task.state() == TaskState.FAILED || task.state() == TaskState.REJECTED;
    return failed && task.upToDate() && task.status().since().plus(REMEMBERED).isAfter(now);
  }

  /** How many wanted tasks of a service each node has; nodes without one are left out. */
  public Map<ResourceId, Integer> tasksOf(ResourceId service) {
    return Map.copyOf(own.getOrDefault(service, Map.of()));
  }

  /** All nodes, in the order of the snapshot. */
  public List<Node> nodes() {
    return nodes;
  }

  /** Where each node belongs, in the order of the nodes. */
  public List<List<String>> branches(SpreadPreferences preferences) {
    return branches.computeIfAbsent(
        preferences, any -> nodes.stream().map(preferences::branchOf).toList());
  }

  /** What the scheduler sees of each node when it places tasks of a service. */
  public List<Candidate> candidates(Resource service) {
    TaskNeeds needs = TaskNeeds.of(service.spec(), Optional.of(service.id()), networks);
    Iterator<List<String>> branch = branches(SpreadPreferences.of(service.spec())).iterator();
    Map<ResourceId, Integer> there = own.getOrDefault(service.id(), Map.of());
    List<Candidate> candidates = new ArrayList<>(loads.size());
    for (NodeLoad load : loads.values()) {
      ResourceId id = load.node().id();
      boolean suits = Room.suits(needs, load);
      candidates.add(
          new Candidate(
              load.node(),
              branch.next(),
              suits,
              suits ? Room.more(needs, load) : 0,
              there.getOrDefault(id, 0),
              wanted.getOrDefault(id, 0),
              failures.getOrDefault(new Failed(service.id(), id), 0)));
    }
    return candidates;
  }

  /** What each node says to one more task of a service. */
  public Placement judge(Resource service) {
    TaskNeeds needs = TaskNeeds.of(service.spec(), Optional.of(service.id()), networks);
    return new Placement(
        loads.values().stream().map(load -> Placement.judge(needs, load)).toList());
  }

  /** The same, had some tasks of a service other nodes: by node, how many more or fewer. */
  public NodeLoads moved(Resource service, Map<ResourceId, Integer> changes) {
    Map<ResourceId, NodeLoad> changed = new LinkedHashMap<>(loads);
    List<Placed> taken = new ArrayList<>();
    changes.forEach(
        (node, change) ->
            changed.computeIfPresent(
                node, (id, load) -> load.without(service.id(), -change, taken)));
    for (Map.Entry<ResourceId, Integer> change : changes.entrySet()) {
      for (int count = 0; count < change.getValue() && !taken.isEmpty(); count++) {
        Placed task = taken.remove(taken.size() - 1);
        changed.computeIfPresent(change.getKey(), (id, load) -> load.with(task));
      }
    }
    return new NodeLoads(this, changed, service.id(), changes.keySet());
  }
}
