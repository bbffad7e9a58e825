package dev.swarmha.wait;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Amounts;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Node.Availability;
import dev.swarmha.engine.Node.NodeState;
import dev.swarmha.engine.ObjectVersion;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A swarm as a test describes it: three ready nodes, n1 to n3, and whatever is put on them. */
final class SwarmSketch {

  static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Map<String, ServiceSketch> services = new LinkedHashMap<>();
  private final List<ServiceSketch> withTasks = new ArrayList<>();
  private final List<String> networks = new ArrayList<>();
  private Instant now = START;

  SwarmSketch() {
    List.of("n1", "n2", "n3").forEach(name -> node(name, NodeState.READY, Availability.ACTIVE));
  }

  ServiceSketch service(String name) {
    return services.computeIfAbsent(
        name,
        unknown -> {
          ServiceSketch service = new ServiceSketch(unknown);
          withTasks.add(service);
          return service;
        });
  }

  /** Removes a service; as in a real swarm, its tasks go in their own time. */
  void remove(String service) {
    services.remove(service);
  }

  /** A network that Engines list. */
  SwarmSketch network(String name) {
    networks.add(name);
    return this;
  }

  void removeNetwork(String name) {
    networks.remove(name);
  }

  SwarmSketch node(String hostname, NodeState state) {
    return node(hostname, state, Availability.ACTIVE);
  }

  SwarmSketch node(String hostname, Availability availability) {
    return node(hostname, NodeState.READY, availability);
  }

  private SwarmSketch node(String hostname, NodeState state, Availability availability) {
    nodes.put(
        hostname,
        new Node(
            new ResourceId(hostname),
            hostname,
            hostname.equals("n1") ? Node.Role.MANAGER : Node.Role.WORKER,
            availability,
            state,
            "10.0.0.1",
            Map.of("zone", hostname),
            new Node.Description("28.5.2", "linux", "x86_64", Amounts.NONE),
            Optional.empty()));
    return this;
  }

  SwarmSketch after(Duration time) {
    now = now.plus(time);
    return this;
  }

  Instant now() {
    return now;
  }

  Snapshot snapshot() {
    List<Resource> resources = services.values().stream().map(ServiceSketch::resource).toList();
    List<Task> tasks = withTasks.stream().flatMap(it -> it.tasks().stream()).toList();
    return new Snapshot(
        now,
        Map.of(
            ResourceKind.SERVICE,
            resources,
            ResourceKind.NETWORK,
            networks.stream().map(SwarmSketch::networkOf).toList()),
        tasks,
        List.copyOf(nodes.values()));
  }

  private static Resource networkOf(String name) {
    return new Resource(
        ResourceKind.NETWORK,
        new ResourceId(name),
        new ObjectVersion(1),
        name,
        START,
        Mapping.empty(),
        Optional.empty());
  }
}
