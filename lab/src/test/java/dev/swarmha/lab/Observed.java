package dev.swarmha.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How the swarm stands, read from the Engine and not from what the program says. */
public record Observed(SwarmEngine engine) {

  /** As the first node sees it. */
  public static Observed of(LabSwarm lab) {
    return new Observed(lab.swarm());
  }

  /**
   * How many tasks of a service run on each node that is ready; nodes without one are not named.
   */
  public Map<String, Integer> spread(String service) {
    Map<ResourceId, String> ready =
        engine.nodes().stream()
            .filter(Node::isReady)
            .collect(Collectors.toMap(Node::id, Node::hostname));
    Map<String, Integer> spread = new TreeMap<>();
    running(service).stream()
        .flatMap(task -> task.node().stream())
        .filter(ready::containsKey)
        .forEach(node -> spread.merge(String.valueOf(ready.get(node)), 1, Integer::sum));
    return spread;
  }

  /** The tasks of a service that run. */
  public List<Task> running(String service) {
    ResourceId id = service(service).id();
    return engine.tasks(TaskQuery.all()).stream()
        .filter(task -> task.service().equals(id) && task.isRunning())
        .toList();
  }

  /** A service, which has to be there. */
  public Resource service(String name) {
    return engine.list(ResourceKind.SERVICE, Selector.names(name)).stream()
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no service " + name));
  }

  /** Every service's spec by name. */
  public Map<String, Mapping> specs() {
    return services(Resource::spec);
  }

  /** What decides whether the tasks of a service are replaced, of every service by name. */
  Map<String, Mapping> tasksWanted() {
    return services(
        service ->
            Mapping.builder()
                .put("TaskTemplate", service.spec().mapping("TaskTemplate"))
                .put("EndpointSpec", service.spec().mapping("EndpointSpec"))
                .build());
  }

  /** Every service's version index by name: it moves with every update. */
  public Map<String, Long> versions() {
    return services(service -> service.version().index());
  }

  private <T> Map<String, T> services(Function<Resource, T> property) {
    Map<String, T> found = new LinkedHashMap<>();
    engine
        .list(ResourceKind.SERVICE, Selector.all())
        .forEach(service -> found.put(service.name(), property.apply(service)));
    return found;
  }

  /** Secrets apart, which the stack may not own, the swarm is as empty as a new one. */
  public void assertNothingDeployed() {
    assertThat(names(ResourceKind.SERVICE)).isEmpty();
    assertThat(names(ResourceKind.NETWORK)).containsExactly("ingress");
    assertThat(names(ResourceKind.CONFIG)).isEmpty();
    // The managers take a moment to forget tasks that have ended.
    assertThat(engine.tasks(TaskQuery.all())).allMatch(task -> task.state().isTerminal());
  }

  /** The names of all objects of a kind. */
  public List<String> names(ResourceKind kind) {
    return engine.list(kind, Selector.all()).stream().map(Resource::name).toList();
  }
}
