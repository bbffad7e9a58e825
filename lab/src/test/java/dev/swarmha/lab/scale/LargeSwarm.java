package dev.swarmha.lab.scale;

import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.engine.Amounts;
import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Node.Availability;
import dev.swarmha.engine.Node.Description;
import dev.swarmha.engine.Node.NodeState;
import dev.swarmha.engine.Node.Role;
import dev.swarmha.engine.ObjectVersion;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskQuery;
import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.testkit.ForwardingConnection;
import dev.swarmha.engine.testkit.ServiceSpecBuilder;
import dev.swarmha.engine.testkit.VirtualTimeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A stack of very many services on very many nodes, to be looked at only. Of ten services, one is
 * crowded on half of the nodes that it could be on, and one is to be spread over zones.
 */
final class LargeSwarm implements ForwardingConnection {

  static final String STACK = "big";

  private static final int KINDS = 10;
  private static final int ZONES = 5;
  private static final DocumentPath PREFERENCES =
      DocumentPath.of("TaskTemplate", "Placement", "Preferences");

  private final List<Node> nodes = new ArrayList<>();
  private final List<Resource> services = new ArrayList<>();
  private final List<Task> tasks = new ArrayList<>();

  LargeSwarm(int nodeCount, int serviceCount, int replicas) {
    for (int number = 0; number < nodeCount; number++) {
      nodes.add(node(number));
    }
    for (int number = 0; number < serviceCount; number++) {
      Resource service = service(number, replicas);
      services.add(service);
      for (int slot = 1; slot <= replicas; slot++) {
        boolean crowded = number % KINDS == 0;
        int place = crowded ? slot / 2 : slot;
        tasks.add(task(service, slot, nodes.get((number * 37 + place * 101) % nodeCount)));
      }
    }
  }

  Snapshot snapshot() {
    return new Snapshot(
        VirtualTimeline.START, Map.of(ResourceKind.SERVICE, services), tasks, nodes);
  }

  private static Node node(int number) {
    return new Node(
        new ResourceId("node" + number),
        "n%04d".formatted(number),
        number < 3 ? Role.MANAGER : Role.WORKER,
        Availability.ACTIVE,
        NodeState.READY,
        "10.0.%d.%d".formatted(number / 250, number % 250),
        Map.of("zone", "z" + number % ZONES),
        new Description("28.5.2", "linux", "x86_64", new Amounts(64L << 30, 256L << 30, Map.of())),
        Optional.empty());
  }

  private static Resource service(int number, int replicas) {
    String name = STACK + "_s" + number;
    ServiceSpecBuilder spec =
        ServiceSpecBuilder.service(name, "web:1")
            .stack(STACK)
            .replicas(replicas)
            .reserve(0.1, 64L << 20)
            .constraint("node.platform.os == linux");
    if (number % KINDS == 1) {
      Mapping zone = Mapping.builder().put("SpreadDescriptor", "node.labels.zone").build();
      spec.with(PREFERENCES, Sequence.of(Mapping.builder().put("Spread", zone).build()));
    }
    return new Resource(
        ResourceKind.SERVICE,
        new ResourceId("service" + number),
        new ObjectVersion(1),
        name,
        VirtualTimeline.START,
        spec.build(),
        Optional.empty());
  }

  private static Task task(Resource service, int slot, Node node) {
    return new Task(
        new ResourceId(service.id() + "-" + slot),
        service.id(),
        Optional.of(slot),
        Optional.of(node.id()),
        TaskState.RUNNING,
        new Task.Status(
            TaskState.RUNNING, VirtualTimeline.START, "started", "", Optional.empty(), List.of()),
        "web:1",
        VirtualTimeline.START,
        true,
        new Amounts(100_000_000, 64L << 20, Map.of()),
        Optional.empty());
  }

  @Override
  public EngineConnection forwarded() {
    throw new UnsupportedOperationException("nobody asks for anything else, or writes");
  }

  @Override
  public List<Node> nodes() {
    return List.copyOf(nodes);
  }

  @Override
  public List<Task> tasks(TaskQuery query) {
    return List.copyOf(tasks);
  }

  @Override
  public List<Resource> list(ResourceKind kind, Selector selector) {
    return kind == ResourceKind.SERVICE ? List.copyOf(services) : List.of();
  }

  @Override
  public Optional<Resource> find(ResourceKind kind, ResourceId id) {
    return services.stream().filter(service -> service.id().equals(id)).findFirst();
  }
}
