package dev.swarmha.deploy;

import dev.swarmha.deploy.plan.HealthTarget;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.Task;
import dev.swarmha.wait.Reason;
import dev.swarmha.wait.probe.HealthCheck;
import dev.swarmha.wait.probe.HealthTargets;
import dev.swarmha.wait.probe.PlacedCheck;
import dev.swarmha.wait.probe.PlacedCheck.Stage;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Health targets as addresses to ask, for which it matters which nodes run which tasks. */
final class HealthChecks implements HealthTargets {

  private final List<HealthCheck> named;
  private final List<HealthTarget> declared;

  /** Addresses that somebody names, and then what a stack declares. */
  HealthChecks(List<HealthCheck> named, List<HealthTarget> declared) {
    this.named = List.copyOf(named);
    this.declared = List.copyOf(declared);
  }

  @Override
  public List<PlacedCheck> at(Snapshot snapshot) {
    return Stream.concat(
            named.stream().map(PlacedCheck::anywhere),
            declared.stream().flatMap(target -> places(target, snapshot)))
        .toList();
  }

  boolean isEmpty() {
    return named.isEmpty() && declared.isEmpty();
  }

  /** The checks that somebody can answer now. */
  List<PlacedCheck> answerable(Snapshot snapshot) {
    return at(snapshot).stream().filter(HealthChecks::isAnswerable).toList();
  }

  private static boolean isAnswerable(PlacedCheck place) {
    return place.stage() != Stage.COMING;
  }

  /** The declared checks that nobody can answer. */
  List<Reason> unanswerable(Snapshot snapshot) {
    return declared.stream()
        .filter(target -> places(target, snapshot).noneMatch(HealthChecks::isAnswerable))
        .map(HealthTarget.ServicePort.class::cast)
        .map(
            port ->
                Reason.ofService(
                    port.service(),
                    "no task runs that could be asked at port " + port.publishedPort()))
        .toList();
  }

  private static Stream<PlacedCheck> places(HealthTarget target, Snapshot snapshot) {
    if (target instanceof HealthTarget.Address address) {
      return Stream.of(PlacedCheck.anywhere(address.check()));
    }
    HealthTarget.ServicePort port = (HealthTarget.ServicePort) target;
    return snapshot.find(ResourceKind.SERVICE, port.service()).stream()
        .flatMap(service -> places(port, service, snapshot));
  }

  /** The routing mesh answers on every node, so that one of them speaks for all tasks. */
  private static Stream<PlacedCheck> places(
      HealthTarget.ServicePort port, Resource service, Snapshot snapshot) {
    List<Task> tasks = snapshot.tasksOf(service.id());
    Stream<Node> ready = snapshot.nodes().stream().filter(Node::isReady);
    if (isHostMode(service, port.publishedPort())) {
      return ready.flatMap(node -> place(port, node, on(node, tasks)).stream());
    }
    return ready.limit(1).flatMap(node -> place(port, node, tasks).stream());
  }

  /**
   * The tasks of a node and those that have none yet: until the port is free again, the managers
   * give the successor of a task no node.
   */
  private static List<Task> on(Node node, List<Task> tasks) {
    return tasks.stream().filter(task -> task.node().map(node.id()::equals).orElse(true)).toList();
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

  /** A check on a node, unless none of these tasks runs or may come to do so. */
  private static Optional<PlacedCheck> place(
      HealthTarget.ServicePort port, Node node, List<Task> tasks) {
    return stage(tasks)
        .map(
            stage ->
                new PlacedCheck(
                    port.expectation().at(address(port, host(node))),
                    Optional.of(port.service()),
                    Optional.of(node.hostname()),
                    stage));
  }

  private static Optional<Stage> stage(List<Task> tasks) {
    List<Task> live =
        tasks.stream()
            .filter(task -> !task.state().isTerminal() && !task.desired().isTerminal())
            .toList();
    List<Task> running = live.stream().filter(Task::isRunning).toList();
    if (running.isEmpty()) {
      return live.stream().findFirst().map(task -> Stage.COMING);
    }
    return Optional.of(running.stream().allMatch(Task::upToDate) ? Stage.CURRENT : Stage.OUTDATED);
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

  private static URI address(HealthTarget.ServicePort port, String host) {
    String bracketed = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    String place = "://" + bracketed + ":" + port.publishedPort();
    String web = port.secure() ? "https" : "http";
    return URI.create(port.path().map(path -> web + place + path).orElse("tcp" + place));
  }
}
