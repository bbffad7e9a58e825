package dev.swarmha.deploy.node;

import static dev.swarmha.deploy.StackBuilder.stack;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.DeployRequest;
import dev.swarmha.deploy.DeployRequest.Patience;
import dev.swarmha.deploy.DeployStack;
import dev.swarmha.deploy.StackBuilder;
import dev.swarmha.deploy.World;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Node.Availability;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.TaskQuery;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.testkit.InMemorySwarm;
import dev.swarmha.engine.testkit.ServiceSpecBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Services on some nodes, somebody who counts what runs, and an operator who drains. */
final class DrainScene {

  private static final Duration SETTLING = Duration.ofSeconds(30);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  final InMemorySwarm swarm;
  private final List<ProgressEvent> events = new ArrayList<>();
  private final Map<String, Integer> lowest = new TreeMap<>();

  DrainScene(String first, String... others) {
    this.swarm = InMemorySwarm.withNodes(first, others);
  }

  World world() {
    return new World(swarm.connection(), swarm.prober(), swarm.timeline(), events::add);
  }

  void run(ServiceSpecBuilder service) {
    swarm.connection().swarm().create(ResourceKind.SERVICE, service.build(), WriteOptions.NONE);
    swarm.advance(SETTLING);
  }

  /** A stack of one service, whose file says how many tasks must be available. */
  void deploy(String stack, String service, int replicas, int minAvailable) {
    StackBuilder file =
        stack(stack)
            .service(service, "web:1", it -> it.replicas(replicas))
            .minAvailable(service, minAvailable);
    assertThat(new DeployStack(world()).run(DeployRequest.of(file.build())))
        .isInstanceOf(Outcome.Deployed.class);
    events.clear();
  }

  Outcome drain(String node) {
    return drain(node, Patience.DEFAULT.timeout());
  }

  Outcome drain(String node, Duration timeout) {
    return run(node, timeout, false, false);
  }

  Outcome force(String node) {
    return run(node, Patience.DEFAULT.timeout(), true, false);
  }

  Outcome look(String node) {
    return run(node, Patience.DEFAULT.timeout(), false, true);
  }

  private Outcome run(String node, Duration timeout, boolean force, boolean dryRun) {
    Patience patience =
        new Patience(timeout, timeout.multipliedBy(2), Patience.DEFAULT.stableFor());
    return new DrainNode(world())
        .run(new DrainRequest(node, patience, force, dryRun, Duration.ZERO));
  }

  void make(String node, String availability) {
    Resource found = swarm.find(ResourceKind.NODE, node).orElseThrow();
    Mapping spec = found.spec().with("Availability", Document.text(availability));
    swarm.connection().swarm().update(found, spec, WriteOptions.NONE);
  }

  /** From now on counts the running tasks of services, again and again. */
  void watch(String... services) {
    Arrays.stream(services)
        .forEach(name -> lowest.merge(name, swarm.service(name).running(), Math::min));
    swarm
        .timeline()
        .schedule(swarm.timeline().instant().plus(BETWEEN_LOOKS), () -> watch(services));
  }

  /** The fewest tasks that ran at any time, by service. */
  Map<String, Integer> lowest() {
    return lowest;
  }

  Map<String, Mapping> specs() {
    Map<String, Mapping> specs = new TreeMap<>();
    swarm.names(ResourceKind.SERVICE).forEach(name -> specs.put(name, swarm.service(name).spec()));
    return specs;
  }

  Availability availability(String node) {
    return node(node).availability();
  }

  private Node node(String name) {
    return swarm.connection().swarm().nodes().stream()
        .filter(node -> node.hostname().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** How many tasks run on a node. */
  int tasksOn(String name) {
    Node node = node(name);
    return (int)
        swarm.connection().swarm().tasks(TaskQuery.all()).stream()
            .filter(task -> task.node().filter(node.id()::equals).isPresent())
            .filter(task -> task.isRunning())
            .count();
  }

  List<String> notes() {
    return events.stream()
        .filter(event -> event instanceof ProgressEvent.Noted)
        .map(event -> ((ProgressEvent.Noted) event).message())
        .toList();
  }

  /** The services that were raised, and by how much. */
  List<String> surges() {
    return events.stream()
        .filter(event -> event instanceof ProgressEvent.StepStarted)
        .map(event -> ((ProgressEvent.StepStarted) event).step())
        .filter(step -> step.cause().toString().contains("for a while"))
        .map(
            step ->
                step.target().name()
                    + " "
                    + step.cause().toString().replaceAll("replicas |, .*", ""))
        .toList();
  }
}
