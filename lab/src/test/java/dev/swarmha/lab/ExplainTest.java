package dev.swarmha.lab;

import static dev.swarmha.lab.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskQuery;
import dev.swarmha.engine.TaskState;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Why something does not run, as real Engines tell it. */
@Lab
class ExplainTest {

  private static final String STACK =
      """
      services:
        web:
          image: swarmha/web:1
          deploy: {endpoint_mode: dnsrr}
        nowhere:
          image: swarmha/web:1
          deploy:
            endpoint_mode: dnsrr
            resources: {reservations: {memory: 4000G}}
            placement: {constraints: [node.labels.disk == ssd, node.role == worker]}
        crash:
          image: swarmha/web:crash
          deploy:
            endpoint_mode: dnsrr
            restart_policy: {condition: none}
        sick:
          image: swarmha/web:unhealthy
          deploy:
            endpoint_mode: dnsrr
            placement: {constraints: [node.hostname == m1]}
            restart_policy: {condition: none}
      """;

  @Test
  void tellsWhatKeepsTasksFromRunning(LabSwarm lab) {
    lab.program().reading(STACK).run("deploy", "-c", "-", "site", "--detach").expect(0);
    eventually(() -> assertSettled(lab), Duration.ofSeconds(60));

    assertThatNoNodeSuits(explained(lab, "site_nowhere"));
    assertThatItCrashed(explained(lab, "site_crash.1"));
    assertThatItIsUnhealthy(explained(lab, "site_sick"));
    assertThatAllIsWell(lab);
  }

  private static void assertThatNoNodeSuits(JsonNode told) {
    assertThat(told.path("well").asBoolean()).isFalse();
    JsonNode trouble = told.path("troubles").path(0);
    assertThat(trouble.path("task").asText()).isEqualTo("site_nowhere.1");
    assertThat(trouble.path("kind").asText()).isEqualTo("no-suitable-node");
    assertThat(trouble.path("error").asText())
        .isEqualTo("no suitable node (insufficient resources on 3 nodes)");
    assertThat(trouble.path("nodes").findValuesAsText("node"))
        .containsExactlyInAnyOrder("m1", "w1", "w2");
    for (JsonNode node : trouble.path("nodes")) {
      assertThat(node.path("fits").asBoolean()).isFalse();
      assertThat(node.path("refusals").findValuesAsText("filter"))
          .containsExactly("resources", "constraints");
      assertThat(node.path("refusals").findValuesAsText("message"))
          .anyMatch(message -> message.startsWith("needs 4 TiB of memory, "))
          .anyMatch(message -> message.contains("label disk is not set, wanted ssd"));
    }
    assertThat(trouble.path("advice").asText()).contains("deploy.resources.reservations");
  }

  private static void assertThatItCrashed(JsonNode told) {
    JsonNode trouble = told.path("troubles").path(0);
    assertThat(told.path("task").asText()).isEqualTo("site_crash.1");
    assertThat(trouble.path("kind").asText()).isEqualTo("crashed");
    assertThat(trouble.path("exitCode").asInt()).isEqualTo(1);
    assertThat(trouble.path("node").asText()).isIn("m1", "w1", "w2");
    assertThat(trouble.path("error").asText()).isEqualTo("task: non-zero exit (1)");
    assertThat(trouble.path("logTail").toString())
        .contains("web: cannot read its configuration, giving up");
    assertThat(trouble.path("advice").asText()).contains("log");
  }

  /** The Engine that is asked is that of its node, and so can tell what the healthcheck wrote. */
  private static void assertThatItIsUnhealthy(JsonNode told) {
    JsonNode trouble = told.path("troubles").path(0);
    assertThat(trouble.path("kind").asText()).isEqualTo("unhealthy");
    assertThat(trouble.path("node").asText()).isEqualTo("m1");
    assertThat(trouble.path("healthChecks").findValuesAsText("output"))
        .anyMatch(output -> output.contains("the storage does not answer"));
    assertThat(trouble.path("advice").asText()).contains("healthcheck");
  }

  private static void assertThatAllIsWell(LabSwarm lab) {
    assertThat(lab.swarmha("explain", "site_web").expect(0).out())
        .isEqualTo("site_web: well, 1 of 1 tasks run\n");
    String id = Observed.of(lab).running("site_web").get(0).id().value();
    JsonNode told = explained(lab, id);
    assertThat(told.path("well").asBoolean()).isTrue();
    assertThat(told.path("task").asText()).isEqualTo("site_web.1");
    assertThat(told.path("troubles")).isEmpty();
  }

  private static JsonNode explained(LabSwarm lab, String name) {
    return lab.swarmha("explain", name, "-o", "json").expect(0).json();
  }

  /** Of the newest tasks two have ended, one waits with the Engine's words, and one runs. */
  private static void assertSettled(LabSwarm lab) {
    List<Task> tasks =
        lab.swarm().list(ResourceKind.SERVICE, Selector.stack("site")).stream()
            .map(service -> lab.swarm().tasks(TaskQuery.ofService(service.id())))
            .flatMap(all -> all.stream().max(Comparator.comparing(Task::createdAt)).stream())
            .toList();
    assertThat(tasks)
        .extracting(Task::state)
        .containsExactlyInAnyOrder(
            TaskState.FAILED, TaskState.FAILED, TaskState.PENDING, TaskState.RUNNING);
    assertThat(tasks).anyMatch(task -> task.status().error().startsWith("no suitable node"));
  }
}
