package dev.swarmha.lab.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.lab.InstalledDocker;
import dev.swarmha.lab.Lab;
import dev.swarmha.lab.LabSwarm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Stacks like those of real life: whichever tool deploys them, the Engine has the same. */
@Lab(managers = 3, workers = 0, bare = true)
class LiveParityTest {

  private static final String STAND_IN = "swarmha/any:1";

  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void bothToolsMakeTheSameOfEveryStackAndUpdate(LabSwarm lab) {
    InstalledDocker docker = InstalledDocker.find();
    List<RealisticStack> all = RealisticStack.in(lab.project().resolve("lab/parity-live"));
    LeftOut leftOut = LeftOut.of(docker.version(), all, RealisticStack::needs);
    List<RealisticStack> stacks = all.stream().filter(each -> !leftOut.has(each)).toList();
    lab.tag(STAND_IN, images(stacks));

    // Those that may follow each other in one swarm come first.
    List<Trial> trials =
        stacks.stream()
            .flatMap(Trial::of)
            .sorted(Comparator.comparing(trial -> !trial.leavesOnlyObjects()))
            .toList();
    List<Trial.Result> results = new SwarmPool(lab, docker).run(trials);

    Summary summary = new Summary("live", "stacks");
    Map<RealisticStack, List<Trial.Result>> byStack =
        results.stream().collect(Collectors.groupingBy(result -> result.trial().stack()));
    stacks.forEach(
        stack -> summary.add(stack.name(), problems(byStack.getOrDefault(stack, List.of()))));
    summary.print(leftOut);
    assertThat(summary.problems()).isEmpty();
    assertThat(stacks).hasSizeGreaterThanOrEqualTo(12);
  }

  /** Those that the registry has to know: an unknown registry is one of the cases. */
  private static Set<String> images(List<RealisticStack> stacks) {
    return stacks.stream()
        .flatMap(stack -> stack.images().stream())
        .filter(image -> !image.matches("[^/]*[.:][^/]*/.*"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** All orders of tools are held against that of Docker's alone. */
  private static List<String> problems(List<Trial.Result> results) {
    List<String> problems = new ArrayList<>();
    results.forEach(result -> problems.addAll(result.troubles()));
    if (!problems.isEmpty()) {
      return problems;
    }
    Trial.Result expected = results.get(0);
    for (Trial.Result result : results) {
      for (int version = 0; version < 2; version++) {
        String where = result.trial() + ", v" + (version + 1) + ": ";
        expected.reports().get(version).differences(result.reports().get(version)).stream()
            .map(where::concat)
            .forEach(problems::add);
      }
    }
    return problems;
  }
}
