package dev.swarmha.lab.placement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskQuery;
import dev.swarmha.lab.Finished;
import dev.swarmha.lab.Lab;
import dev.swarmha.lab.LabSwarm;
import dev.swarmha.lab.SummaryLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a dry run foretells, beside what real Engines do, with both strategies. */
@Lab(managers = 1, workers = 6)
class RebalanceForecastTest {

  private static final int SEEDS = 20;
  private static final Pattern AMOUNT = Pattern.compile("(\\S+) (\\d+)(?:-(\\d+))?");

  @Test
  void foretellsWhatHappens(LabSwarm lab) {
    int moved = 0;
    for (int seed = 1; seed <= SEEDS; seed++) {
      GrownCluster cluster = new GrownCluster(lab.swarm(), new Random(seed));
      cluster.grow();
      moved += rebalance(lab, seed, seed % 2 == 0 ? "force" : "surge");
      cluster.removeServices();
    }
    SummaryLine.print("forecast: %d clusters as foretold, of which %d moved", SEEDS, moved);
    assertThat(moved).isGreaterThan(SEEDS / 2);
  }

  /** Returns 1 where tasks have moved, else 0. */
  private static int rebalance(LabSwarm lab, int seed, String strategy) {
    Finished forecast = told(lab, "--strategy", strategy, "--dry-run");
    List<String> before = places(lab);
    Finished rebalanced = told(lab, "--strategy", strategy);
    if (!forecast.out().contains("forecast: ")) {
      assertThat(places(lab)).as("seed %d with %s", seed, strategy).isEqualTo(before);
      return 0;
    }
    compare(seed, line(forecast, "forecast: "), line(rebalanced, "after: "));
    assertThat(moves(rebalanced)).isEqualTo(moves(forecast));
    return 1;
  }

  /** With events in JSON, whose notes have the figures in one line. */
  private static Finished told(LabSwarm lab, String... options) {
    Stream<String> words = Stream.of("rebalance", "--progress", "json");
    return lab.swarmha(Stream.concat(words, Stream.of(options)).toArray(String[]::new)).expect(0);
  }

  /** The tasks that are meant to run, with their nodes. */
  private static List<String> places(LabSwarm lab) {
    return lab.swarm().tasks(TaskQuery.all()).stream()
        .filter(Task::isRunning)
        .map(task -> task.id() + " on " + task.node())
        .sorted()
        .toList();
  }

  private static void compare(int seed, String forecast, String after) {
    Map<String, List<Integer>> foretold = amounts(forecast);
    Map<String, List<Integer>> seen = amounts(after);
    assertThat(seen.keySet()).isEqualTo(foretold.keySet());
    seen.forEach(
        (node, count) -> {
          List<Integer> range = foretold.getOrDefault(node, List.of());
          assertThat(count.get(0))
              .as("seed %d, %s: %s by %s", seed, node, after, forecast)
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
        .filter(line -> line.contains('"' + prefix))
        .findFirst()
        .map(line -> line.substring(line.indexOf('"' + prefix) + 1 + prefix.length()))
        .orElseThrow();
  }

  private static String moves(Finished finished) {
    Matcher moves = Pattern.compile("by (\\d+ (?:move|restart)s?)").matcher(finished.out());
    assertThat(moves.find()).isTrue();
    return moves.group(1);
  }
}
