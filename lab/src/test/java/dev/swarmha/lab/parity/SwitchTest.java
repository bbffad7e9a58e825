package dev.swarmha.lab.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.lab.InstalledDocker;
import dev.swarmha.lab.Lab;
import dev.swarmha.lab.LabSwarm;
import dev.swarmha.lab.SummaryLine;
import dev.swarmha.lab.live.LeftOut;
import dev.swarmha.lab.live.SwarmPool;
import dev.swarmha.lab.parity.ToolSwitch.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever has deployed by docker can go on with swarmha, and no task is restarted. */
@Lab(managers = 3, workers = 0, bare = true)
class SwitchTest {

  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void noTaskNoticesTheSwitchToSwarmha(LabSwarm lab) {
    InstalledDocker docker = InstalledDocker.find();
    List<ParityCase> cases =
        new CaseDirectory(lab.project().resolve("lab/parity"))
            .cases().stream().filter(each -> !each.isRefused()).toList();
    LeftOut leftOut = LeftOut.of(docker.version(), cases, each -> each.settings().needs());
    List<ToolSwitch> switches =
        cases.stream().filter(each -> !leftOut.has(each)).map(ToolSwitch::new).toList();

    List<ToolSwitch.Result> results = new SwarmPool(lab, docker).run(switches);

    List<String> problems = new ArrayList<>();
    results.forEach(
        result -> result.troubles().forEach(each -> problems.add(result.subject() + ": " + each)));
    lines(results).forEach(SummaryLine::print);
    leftOut.lines("switch").forEach(SummaryLine::print);
    assertThat(problems).isEmpty();
    assertThat(results).hasSizeGreaterThanOrEqualTo(100);
  }

  private static List<String> lines(List<ToolSwitch.Result> results) {
    List<ToolSwitch.Result> good =
        results.stream().filter(each -> each.troubles().isEmpty()).toList();
    StringBuilder counts = new StringBuilder("parity (switch): " + results.size() + " cases, ");
    for (Ending ending : Ending.values()) {
      long count = good.stream().filter(each -> each.ending() == ending).count();
      counts.append(count).append(' ').append(ending).append(", ");
    }
    List<String> lines = new ArrayList<>();
    lines.add(counts.append(results.size() - good.size()).append(" differ").toString());
    good.stream()
        .filter(each -> !each.refusal().isEmpty())
        .map(each -> "parity (switch): " + each.subject() + " is refused: " + each.refusal())
        .forEach(lines::add);
    return lines;
  }
}
