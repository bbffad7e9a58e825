package dev.swarmha.deploy.rebalance;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.World;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.placement.NodeLoads;
import dev.swarmha.deploy.rebalance.RebalanceRequest.Method;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskQuery;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.testkit.InMemorySwarm;
import dev.swarmha.engine.testkit.ServiceSpecBuilder;
import dev.swarmha.engine.testkit.SwarmBuilder;
import dev.swarmha.wait.event.WaitEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a dry run foretells, beside what happens, in random swarms that have grown uneven. */
final class RebalanceForecastTest {

  private static final int SEEDS = 40;

  @ParameterizedTest
  @EnumSource(Method.class)
  void foretellsWhatHappens(Method method) {
    int moved = 0;
    for (int seed = 1; seed <= SEEDS; seed++) {
      moved += compare(seed, method);
    }

    assertThat(moved).isGreaterThan(SEEDS);
  }

  private static int compare(int seed, Method method) {
    InMemorySwarm swarm = uneven(new Random(seed));
    Set<String> seen = new HashSet<>();
    World world =
        new World(
            swarm.connection(),
            swarm.prober(),
            swarm.timeline(),
            event -> taskOf(event).ifPresent(seen::add));
    Snapshot before = snapshot(swarm);
    Map<String, Mapping> specs = specs(swarm);
    Set<String> tasks = running(before);
    Forecast forecast =
        RebalancePlanner.plan(Strategy.of(method), before.services(), before, Integer.MAX_VALUE);

    Outcome outcome =
        new RebalanceServices(world).run(RebalanceRequest.of(List.of(), method, false));

    assertThat(outcome).as("seed %d", seed).isInstanceOf(Outcome.Done.class);
    Snapshot after = snapshot(swarm);
    Spread.of(after.services(), NodeLoads.of(after))
        .forEach(
            (node, count) ->
                assertThat(forecast.after().get(node))
                    .as("seed %d, node %s has %d", seed, node, count)
                    .matches(amount -> amount.allows(count)));
    seen.removeAll(tasks);
    assertThat(seen).as("seed %d", seed).hasSize(forecast.tasks());
    if (method == Method.SURGE) {
      assertThat(specs(swarm)).as("seed %d", seed).isEqualTo(specs);
    }
    return forecast.tasks();
  }

  /** Services that were placed while some of the nodes were away. */
  private static InMemorySwarm uneven(Random random) {
    int nodes = 2 + random.nextInt(6);
    SwarmBuilder builder = InMemorySwarm.builder().manager("n1");
    for (int node = 2; node <= nodes; node++) {
      builder.worker("n" + node);
    }
    InMemorySwarm swarm = builder.build();
    for (Resource node : swarm.connection().swarm().list(ResourceKind.NODE, Selector.all())) {
      Mapping labels = Mapping.builder().put("zone", "abc".charAt(random.nextInt(3)) + "").build();
      swarm
          .connection()
          .swarm()
          .update(node, node.spec().with("Labels", labels), WriteOptions.NONE);
    }
    List<String> away = new ArrayList<>();
    for (int node = 2; node <= nodes; node++) {
      if (random.nextInt(3) == 0) {
        away.add("n" + node);
      }
    }
    away.forEach(node -> swarm.node(node).goesDown());
    swarm.advance(ofSeconds(30));
    int services = 1 + random.nextInt(8);
    for (int number = 1; number <= services; number++) {
      swarm
          .connection()
          .swarm()
          .create(ResourceKind.SERVICE, service("s" + number, random), WriteOptions.NONE);
      swarm.advance(ofSeconds(2));
    }
    away.forEach(node -> swarm.node(node).comesBack());
    swarm.advance(ofSeconds(60));
    return swarm;
  }

  private static Mapping service(String name, Random random) {
    ServiceSpecBuilder spec =
        ServiceSpecBuilder.service(name, "web:1").replicas(1 + random.nextInt(9));
    switch (random.nextInt(5)) {
      case 0 -> spec.constraint("node.labels.zone != c");
      case 1 -> spec.constraint("node.role == worker");
      default -> {}
    }
    if (random.nextInt(3) == 0) {
      Mapping label = Mapping.builder().put("SpreadDescriptor", "node.labels.zone").build();
      spec.with(
          DocumentPath.of("TaskTemplate", "Placement", "Preferences"),
          Sequence.of(Mapping.builder().put("Spread", label).build()));
    }
    return spec.build();
  }

  private static Optional<String> taskOf(ProgressEvent event) {
    return event instanceof ProgressEvent.Waiting waiting
            && waiting.event() instanceof WaitEvent.TaskMoved moved
        ? Optional.of(moved.task().id().value())
        : Optional.empty();
  }

  private static Snapshot snapshot(InMemorySwarm swarm) {
    return new Snapshot(
        swarm.timeline().instant(),
        Map.of(
            ResourceKind.SERVICE,
            swarm.connection().swarm().list(ResourceKind.SERVICE, Selector.all())),
        swarm.connection().swarm().tasks(TaskQuery.all()),
        swarm.connection().swarm().nodes());
  }

  private static Map<String, Mapping> specs(InMemorySwarm swarm) {
    return swarm.connection().swarm().list(ResourceKind.SERVICE, Selector.all()).stream()
        .collect(Collectors.toMap(Resource::name, Resource::spec));
  }

  private static Set<String> running(Snapshot snapshot) {
    return snapshot.tasks().stream()
        .filter(Task::isRunning)
        .map(task -> task.id().value())
        .collect(Collectors.toSet());
  }
}
