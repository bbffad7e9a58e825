package dev.swarmha.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.engine.Container.HealthCheckRun;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.wait.Diagnosis;
import dev.swarmha.wait.Diagnosis.NodeRefusal;
import dev.swarmha.wait.Reason;
import dev.swarmha.wait.Reason.FailedTask;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReasonTextTest {

  @Test
  void tellsWhatAHealthcheckWroteAndWhatToDo() {
    Diagnosis diagnosis =
        new Diagnosis(
            Optional.of(143),
            false,
            List.of(),
            List.of(new HealthCheckRun(1, "no answer\nHTTP 503")),
            Optional.of("look at the check"));

    assertThat(ReasonText.lines(List.of(reason(diagnosis))))
        .containsExactly(
            "  shop_web, task shop_web.2 on n1: unhealthy container",
            "    what its healthcheck wrote:",
            "      exit code 1: no answer",
            "      HTTP 503",
            "    the last lines of its log:",
            "      ready",
            "    what to do: look at the check");
  }

  @Test
  void namesTenNodesAndCountsTheOthers() {
    List<NodeRefusal> nodes =
        IntStream.rangeClosed(1, 12).mapToObj(i -> new NodeRefusal("n" + i, "it is down")).toList();

    List<String> lines =
        ReasonText.lines(
            List.of(
                reason(
                    new Diagnosis(Optional.empty(), false, nodes, List.of(), Optional.empty()))));

    assertThat(lines).contains("    n10: it is down", "    and 2 nodes more");
    assertThat(lines).doesNotContain("    n11: it is down");
  }

  private static Reason reason(Diagnosis diagnosis) {
    return new Reason(
            "shop_web",
            Optional.of(new FailedTask(new ResourceId("t1"), "shop_web.2")),
            Optional.of("n1"),
            "unhealthy container",
            List.of("ready"))
        .with(diagnosis);
  }
}
