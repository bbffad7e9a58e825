package dev.swarmha.lab;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What a dry run foretells, beside what real Engines do. Few swarms, since each costs containers;
 * many are compared without Engines, by the test of the same name in the deployer.
 */
@Lab(managers = 1, workers = 4)
class RebalanceForecastTest {

  private static final int SEEDS = 2;
  private static final Duration SOON = Duration.ofSeconds(90);
  private static final Pattern AMOUNT = Pattern.compile("(\\S+) (\\d+)(?:-(\\d+))?");

  @Test
  void foretellsWhatHappens(LabSwarm lab) {
    SwarmEngine swarm = lab.swarm();
    int moved = 0;
    for (int seed = 1; seed <= SEEDS; seed++) {
      Random random = new Random(seed);
      grow(swarm, random, 2 + random.nextInt(2));
      Finished forecast = lab.swarmha("rebalance", "--dry-run").expect(0);
      Finished rebalanced = lab.swarmha("rebalance").expect(0);
      if (forecast.out().contains("forecast: ")) {
        moved++;
        compare(line(forecast, "forecast: "), line(rebalanced, "after: "));
        assertThat(moves(rebalanced)).isEqualTo(moves(forecast));
      }
      swarm.list(ResourceKind.SERVICE, Selector.all()).forEach(swarm::remove);
      eventually(
          () ->
              assertThat(swarm.tasks(TaskQuery.all())).allMatch(task -> task.state().isTerminal()),
          SOON);
    }
    SummaryLine.print("forecast: %d of %d swarms moved, all as foretold", moved, SEEDS);
    assertThat(moved).isPositive();
  }

  /** Services on some of the nodes, and then the others come. */
  private static void grow(SwarmEngine swarm, Random random, int services) {
    availability(swarm, random, "drain");
    int tasks = 0;
    for (int number = 1; number <= services; number++) {
      int replicas = 3 + random.nextInt(3);
      tasks += replicas;
      ServiceSpecBuilder spec =
          ServiceSpecBuilder.service("s" + number, "swarmha/any:1").replicas(replicas);
      if (number == 2) {
        spec.constraint("node.labels.zone!=c");
      }
      if (number == 3) {
        spec.with(RandomPlacements.PREFERENCES, RandomPlacements.spread("node.labels.zone"));
      }
      swarm.create(ResourceKind.SERVICE, spec.build(), WriteOptions.NONE);
    }
    int all = tasks;
    eventually(
        () ->
            assertThat(swarm.tasks(TaskQuery.all()).stream().filter(Task::isRunning).count())
                .isEqualTo(all),
        SOON);
    availability(swarm, random, "active");
  }

  /** The manager and the first worker, which has no zone that a constraint excludes, stay. */
  private static void availability(SwarmEngine swarm, Random random, String others) {
    for (Resource node : swarm.list(ResourceKind.NODE, Selector.all())) {
      boolean stays = node.name().equals("m1") || node.name().equals("w1");
      String zone = stays ? "a" : random.nextBoolean() ? "b" : "c";
      Mapping labels = node.spec().mapping("Labels");
      swarm.update(
          node,
          node.spec()
              .with(
                  "Labels",
                  others.equals("drain") ? Mapping.builder().put("zone", zone).build() : labels)
              .with("Availability", Document.text(stays ? "active" : others)),
          WriteOptions.NONE);
    }
  }

  private static void compare(String forecast, String after) {
    Map<String, List<Integer>> foretold = amounts(forecast);
    Map<String, List<Integer>> seen = amounts(after);
    assertThat(seen.keySet()).isEqualTo(foretold.keySet());
    seen.forEach(
        (node, count) -> {
          List<Integer> range = foretold.getOrDefault(node, List.of());
          assertThat(count.get(0))
              .as("%s: %s by %s", node, after, forecast)
              .isBetween(range.get(0), range.get(1));
        });
  }

  /** By node the least and the most. */
  private static Map<String, List<Integer>> amounts(String words) {
    Map<String, List<Integer>> amounts = new LinkedHashMap<>();
    Matcher parts = AMOUNT.matcher(words);
    while (parts.find()) {
      int least = Integer.parseInt(parts.group(2));
      int most = parts.group(3) == null ? least : Integer.parseInt(parts.group(3));
      amounts.put(parts.group(1), List.of(least, most));
    }
    return amounts;
  }

  private static String line(Finished finished, String prefix) {
    return finished
        .out()
        .lines()
        .filter(line -> line.startsWith(prefix))
        .findFirst()
        .orElseThrow()
        .substring(prefix.length());
  }

  private static String moves(Finished finished) {
    Matcher moves = Pattern.compile("by (\\d+ moves?)").matcher(finished.out());
    assertThat(moves.find()).isTrue();
    return moves.group(1);
  }
}
