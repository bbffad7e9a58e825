package dev.swarmha.deploy.placement;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Amounts;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Node.Availability;
import dev.swarmha.engine.Node.Description;
import dev.swarmha.engine.Node.NodeState;
import dev.swarmha.engine.Node.Plugin;
import dev.swarmha.engine.Node.Role;
import dev.swarmha.engine.ObjectVersion;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.Task.HostPort;
import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.testkit.ServiceSpecBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A snapshot as a test describes it: nodes of 4 CPUs and 8 GiB, and the tasks on them. */
final class Scene {

  static final long GIB = 1L << 30;
  static final long CPU = 1_000_000_000L;

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Description DESCRIPTION =
      new Description(
          "28.5.2",
          "linux",
          "x86_64",
          new Amounts(4 * CPU, 8 * GIB, Map.of("gpu", 2L)),
          Map.of("disk", "ssd"),
          Set.of(
              new Plugin("Log", "json-file"),
              new Plugin("Network", "overlay"),
              new Plugin("Volume", "local"),
              new Plugin("Volume", "vieux/sshfs:latest")));

  private final List<Node> nodes = new ArrayList<>();
  private final Map<ResourceKind, List<Resource>> resources = new EnumMap<>(ResourceKind.class);
  private final List<Task> tasks = new ArrayList<>();

  /** A worker that is ready and active, with a label. */
  static Node node(String name) {
    return new Node(
        new ResourceId(name),
        name,
        Role.WORKER,
        Availability.ACTIVE,
        NodeState.READY,
        "10.0.0.1",
        Map.of("zone", "a"),
        DESCRIPTION,
        Optional.empty());
  }

  static Node node(String name, NodeState state, Availability availability) {
    Node node = node(name);
    return new Node(
        node.id(),
        name,
        node.role(),
        availability,
        state,
        node.address(),
        node.labels(),
        node.description(),
        node.managerStatus());
  }

  Scene with(Node... more) {
    nodes.addAll(List.of(more));
    return this;
  }

  /** A service; one of the same name has got another spec. */
  Scene service(ServiceSpecBuilder spec) {
    return resource(ResourceKind.SERVICE, spec.build());
  }

  Scene network(String name, String driver) {
    return resource(
        ResourceKind.NETWORK, Mapping.builder().put("Name", name).put("Driver", driver).build());
  }

  private Scene resource(ResourceKind kind, Mapping spec) {
    String name = spec.text("Name").orElseThrow();
    List<Resource> list = resources.computeIfAbsent(kind, any -> new ArrayList<>());
    list.removeIf(each -> each.name().equals(name));
    list.add(
        new Resource(
            kind,
            new ResourceId(name + "-id"),
            new ObjectVersion(1),
            name,
            NOW,
            NOW,
            spec,
            Optional.empty()));
    return this;
  }

  /** A task that runs and is meant to, of the service's present spec. */
  Scene task(String service, int slot, String node) {
    return task(service, slot, node, task -> task);
  }

  Scene task(String service, int slot, String node, UnaryOperator<TaskEdit> edit) {
    tasks.add(edit.apply(new TaskEdit(service, slot, node)).build(snapshot()));
    return this;
  }

  Snapshot snapshot() {
    return new Snapshot(NOW, resources, tasks, nodes);
  }

  /** What is special about a task. */
  static final class TaskEdit {
    private final String service;
    private final int slot;
    private final String node;
    private TaskState state = TaskState.RUNNING;
    private TaskState desired = TaskState.RUNNING;
    private boolean upToDate = true;
    private List<HostPort> open = List.of();

    private TaskEdit(String service, int slot, String node) {
      this.service = service;
      this.slot = slot;
      this.node = node;
    }

    TaskEdit is(TaskState now) {
      state = now;
      return this;
    }

    TaskEdit stopping() {
      desired = TaskState.SHUTDOWN;
      return this;
    }

    /** Of another spec, with these ports open. */
    TaskEdit outdated(int... ports) {
      upToDate = false;
      List<HostPort> all = new ArrayList<>();
      for (int port : ports) {
        all.add(new HostPort(port, port, "tcp"));
      }
      open = all;
      return this;
    }

    private Task build(Snapshot snapshot) {
      Mapping spec =
          snapshot.find(ResourceKind.SERVICE, service).map(Resource::spec).orElse(Mapping.empty());
      return new Task(
          new ResourceId(service + "-t" + slot),
          new ResourceId(service + "-id"),
          Optional.of(slot),
          Optional.of(new ResourceId(node)),
          desired,
          new Task.Status(state, NOW, "", "", Optional.empty(), open),
          "web:1",
          NOW,
          upToDate,
          Amounts.read(spec.mapping("TaskTemplate").mapping("Resources").mapping("Reservations")),
          Optional.empty());
    }
  }
}
