package dev.swarmha.engine.testkit;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineInfo;
import dev.swarmha.engine.LimitedReads;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskQuery;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.Written;
import dev.swarmha.engine.testkit.cluster.Cluster;
import dev.swarmha.engine.testkit.state.ClusterState;
import dev.swarmha.engine.testkit.state.StoredNode;
import dev.swarmha.engine.testkit.state.StoredObject;
import dev.swarmha.engine.testkit.state.StoredTask;
import dev.swarmha.engine.time.Deadline;
import java.util.List;
import java.util.Optional;

/** The swarm as the Engine of one machine shows it. */
final class InMemorySwarmEngine implements SwarmEngine {

  private static final String API_VERSION = "1.51";

  private final EngineCalls calls;

  InMemorySwarmEngine(EngineCalls calls) {
    this.calls = calls;
  }

  @Override
  public SwarmEngine until(Deadline deadline) {
    return new LimitedReads(new InMemorySwarmEngine(calls.until(deadline)), this);
  }

  @Override
  public EngineInfo info() {
    return calls.ask("info", "", this::readInfo);
  }

  private EngineInfo readInfo() {
    Machine machine = calls.machine();
    Optional<Cluster> cluster = machine.cluster();
    boolean leaderless =
        machine.isManager() && cluster.filter(swarm -> !swarm.membership().hasLeader()).isPresent();
    return new EngineInfo(
        machine.host().description().engineVersion(),
        API_VERSION,
        machine.name(),
        machine.membership(),
        machine.node(),
        machine.isInSwarm() ? machine.host().address() : "",
        machine.isManager() ? cluster.map(swarm -> swarm.membership().id()) : Optional.empty(),
        cluster.map(InMemorySwarmEngine::managers).orElse(List.of()),
        leaderless ? EngineCalls.LEADERLESS : "",
        calls.world().timeline().instant().plus(machine.clockAhead()));
  }

  private static List<String> managers(Cluster cluster) {
    return cluster.state().nodes().stream()
        .filter(StoredNode::isManager)
        .map(node -> node.host().address() + ":2377")
        .toList();
  }

  @Override
  public List<Node> nodes() {
    return calls.read(
        "nodes", "", cluster -> cluster.state().nodes().stream().map(StoredNode::toNode).toList());
  }

  @Override
  public List<Task> tasks(TaskQuery query) {
    return calls.read("tasks", "", cluster -> readTasks(cluster.state(), query));
  }

  private static List<Task> readTasks(ClusterState state, TaskQuery query) {
    query
        .service()
        .filter(service -> state.find(service).isEmpty())
        .ifPresent(
            service -> {
              throw new NotFoundException("cannot list tasks: service " + service + " not found");
            });
    return state.tasks().stream()
        .filter(task -> matches(query, task))
        .map(task -> task.toTask(!state.isDirty(task)))
        .toList();
  }

  private static boolean matches(TaskQuery query, StoredTask task) {
    boolean inStack =
        query
            .stack()
            .map(stack -> stack.equals(task.serviceLabels().get(Selector.STACK_LABEL)))
            .orElse(true);
    return inStack && query.service().map(task.service()::equals).orElse(true);
  }

  @Override
  public List<Resource> list(ResourceKind kind, Selector selector) {
    return calls.read(
        "list",
        kind.word(),
        cluster ->
            cluster.api().list(kind, calls.machine().node()).stream()
                .map(StoredObject::toResource)
                .filter(selector::matches)
                .toList());
  }

  @Override
  public Optional<Resource> find(ResourceKind kind, ResourceId id) {
    return calls.read(
        "find", kind.word(), cluster -> cluster.api().find(kind, id).map(StoredObject::toResource));
  }

  @Override
  public Written create(ResourceKind kind, Mapping spec, WriteOptions options) {
    if (kind == ResourceKind.NODE) {
      throw new IllegalArgumentException("nodes are not created; an Engine joins the swarm");
    }
    return calls.askManager(
        "create",
        new ResourceRef(kind, spec.text("Name").orElse("")).toString(),
        cluster -> new Written(cluster.api().create(kind, spec, options), List.of()));
  }

  @Override
  public Written update(Resource observed, Mapping spec, WriteOptions options) {
    return calls.askManager(
        "update",
        ResourceRef.of(observed).toString(),
        cluster -> {
          cluster.api().update(observed, spec, options);
          return new Written(observed.id(), List.of());
        });
  }

  @Override
  public void remove(Resource observed) {
    calls.askManager(
        "remove",
        ResourceRef.of(observed).toString(),
        cluster -> {
          cluster.api().remove(observed);
          return observed;
        });
  }
}
