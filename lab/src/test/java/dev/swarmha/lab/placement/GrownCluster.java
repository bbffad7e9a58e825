package dev.swarmha.lab.placement;

import static dev.swarmha.lab.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskQuery;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.testkit.ServiceSpecBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * Two to seven nodes, of which some come only when one to eight services run on the others. A node
 * that has not come is one that is drained: the scheduler makes no difference.
 */
final class GrownCluster {

  private static final Duration SOON = Duration.ofSeconds(90);

  private final SwarmEngine swarm;
  private final Random random;

  GrownCluster(SwarmEngine swarm, Random random) {
    this.swarm = swarm;
    this.random = random;
  }

  /** Starts the services on the first nodes, waits until they run, and lets the others come. */
  void grow() {
    List<Resource> nodes = swarm.list(ResourceKind.NODE, Selector.all());
    int all = 2 + random.nextInt(nodes.size() - 1);
    int first = 1 + random.nextInt(all - 1);
    for (int index = 0; index < nodes.size(); index++) {
      // The first has a zone that no constraint excludes, so that every task has a place.
      String zone = index == 0 ? "a" : List.of("a", "b", "c").get(random.nextInt(3));
      Mapping labels = Mapping.builder().put("zone", zone).build();
      Mapping spec = nodes.get(index).spec().with("Labels", labels);
      swarm.update(nodes.get(index), available(spec, index < first), WriteOptions.NONE);
    }
    int tasks = 0;
    int services = 1 + random.nextInt(8);
    for (int number = 1; number <= services; number++) {
      tasks += start("s" + number, 1 + random.nextInt(3));
    }
    waitFor(tasks);
    List<Resource> described = swarm.list(ResourceKind.NODE, Selector.all());
    for (Resource node : described) {
      boolean comes = indexOf(node, nodes) < all;
      swarm.update(node, available(node.spec(), comes), WriteOptions.NONE);
    }
  }

  /** Removes all services, and waits until nothing of them runs. */
  void removeServices() {
    swarm.list(ResourceKind.SERVICE, Selector.all()).forEach(swarm::remove);
    eventually(
        () -> assertThat(swarm.tasks(TaskQuery.all())).allMatch(task -> task.state().isTerminal()),
        SOON);
  }

  private int start(String name, int replicas) {
    // Half of what a task costs its node is a network of its own, which nobody uses here.
    ServiceSpecBuilder spec =
        ServiceSpecBuilder.service(name, "swarmha/any:1").replicas(replicas).networkNamed("host");
    switch (random.nextInt(4)) {
      case 0 -> spec.constraint("node.labels.zone!=c");
      case 1 ->
          spec.with(RandomPlacements.PREFERENCES, RandomPlacements.spread("node.labels.zone"));
      default -> {}
    }
    swarm.create(ResourceKind.SERVICE, spec.build(), WriteOptions.NONE);
    return replicas;
  }

  private void waitFor(int tasks) {
    eventually(
        () ->
            assertThat(swarm.tasks(TaskQuery.all()).stream().filter(Task::isRunning).count())
                .isEqualTo(tasks),
        SOON);
  }

  private static Mapping available(Mapping spec, boolean here) {
    return spec.with("Availability", Document.text(here ? "active" : "drain"));
  }

  private static int indexOf(Resource node, List<Resource> nodes) {
    return nodes.stream().map(Resource::id).toList().indexOf(node.id());
  }
}
