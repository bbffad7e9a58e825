package dev.swarmha.deploy;

import dev.swarmha.deploy.plan.HealthTarget;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.Task;
import dev.swarmha.wait.probe.HealthCheck;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Health targets as addresses to ask, now that it is known which nodes run which tasks. */
final class HealthChecks {

  private final Snapshot snapshot;

  HealthChecks(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  List<HealthCheck> of(List<HealthTarget> targets) {
    return targets.stream().flatMap(this::checks).toList();
  }

  private Stream<HealthCheck> checks(HealthTarget target) {
    if (target instanceof HealthTarget.Address address) {
      return Stream.of(address.check());
    }
    HealthTarget.ServicePort port = (HealthTarget.ServicePort) target;
    return snapshot.find(ResourceKind.SERVICE, port.service()).stream()
        .flatMap(service -> nodes(service, port.publishedPort()))
        .map(node -> check(port, host(node)));
  }

  private Stream<Node> nodes(Resource service, int port) {
    if (!isHostMode(service, port)) {
      return snapshot.nodes().stream().filter(Node::isReady).limit(1);
    }
    return snapshot.tasksOf(service.id()).stream()
        .filter(Task::isRunning)
        .flatMap(task -> task.node().stream())
        .distinct()
        .flatMap(id -> snapshot.node(id).stream());
  }

  private static boolean isHostMode(Resource service, int port) {
    return service
        .spec()
        .mapping("EndpointSpec")
        .sequence("Ports")
        .mappings()
        .filter(each -> each.number("PublishedPort").equals(Optional.of((long) port)))
        .anyMatch(each -> each.text("PublishMode").equals(Optional.of("host")));
  }

  /** The address under which the managers know the node; a leader may know itself as 0.0.0.0. */
  private static String host(Node node) {
    if (!node.address().equals("0.0.0.0") && !node.address().isEmpty()) {
      return node.address();
    }
    return node.managerStatus()
        .map(Node.ManagerStatus::address)
        .map(address -> address.substring(0, Math.max(0, address.lastIndexOf(':'))))
        .filter(address -> !address.isEmpty())
        .orElse("127.0.0.1");
  }

  private static HealthCheck check(HealthTarget.ServicePort port, String host) {
    String bracketed = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    String place = "://" + bracketed + ":" + port.publishedPort();
    String address =
        port.path()
            .map(path -> (port.secure() ? "https" : "http") + place + path)
            .orElse("tcp" + place);
    return port.expectation().at(URI.create(address));
  }
}
