package dev.swarmha.lab;

import static dev.swarmha.lab.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskQuery;
import dev.swarmha.engine.TaskState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What can be seen of a stack that runs, and how it goes. */
@Lab
class StackLifeTest {

  private static final String WEB = "lab/src/test/resources/stacks/web.yml";
  private static final String JOB = "lab/src/test/resources/stacks/long-job.yml";
  private static final Duration SOON = Duration.ofSeconds(60);

  @Test
  void showsWhatRunsAndWhere(LabSwarm lab) {
    deploy(lab, "site").expect(0);

    JsonNode stacks = lab.swarmha("ls", "-o", "json").expect(0).json();
    JsonNode tasks = lab.swarmha("ps", "site", "-o", "json").expect(0).json();
    JsonNode status = lab.swarmha("status", "site", "-o", "json").expect(0).json();

    assertThat(stacks).hasSize(1);
    assertThat(stacks.at("/0/name").asText()).isEqualTo("site");
    assertThat(stacks.at("/0/revision").asInt()).isEqualTo(1);
    assertThat(tasks.findValuesAsText("name")).containsExactly("site_web.1", "site_web.2");
    assertThat(tasks.findValuesAsText("state")).containsOnly("running");
    assertThat(tasks.findValuesAsText("node"))
        .containsExactlyInAnyOrderElementsOf(Observed.of(lab).spread("site_web").keySet());
    assertThat(status.path("converged").asBoolean()).isTrue();
    assertThat(status.at("/services/0/running").asInt()).isEqualTo(2);
    assertThat(status.at("/revision/number").asInt()).isEqualTo(1);
  }

  @Test
  void removesStacksUntilNothingIsInTheWayOfDeployingAgain(LabSwarm lab) {
    deploy(lab, "site").expect(0);
    deploy(lab, "other").expect(0);

    Finished removed = lab.swarmha("rm", "site", "other", "--progress", "json").expect(0);
    Observed.of(lab).assertNothingDeployed();
    Finished again = deploy(lab, "site").expect(0);

    assertThat(removed.result().path("outcome").asText()).isEqualTo("done");
    assertThat(again.result().path("revision").asInt()).isEqualTo(1);
    assertThat(Observed.of(lab).running("site_web")).hasSize(2);
  }

  /** A network that is removed under the task of a job stays listed for good by Engine 20.10. */
  @Test
  void removesAStackWhoseJobStillRuns(LabSwarm lab) {
    lab.swarmha("deploy", "-c", JOB, "work", "--detach").expect(0);
    eventually(
        () ->
            assertThat(lab.swarm().tasks(TaskQuery.ofStack("work")))
                .extracting(Task::state)
                .containsExactly(TaskState.RUNNING),
        SOON);

    lab.swarmha("rm", "work").expect(0);

    Observed.of(lab).assertNothingDeployed();
  }

  private static Finished deploy(LabSwarm lab, String stack) {
    return lab.swarmha("deploy", "-c", WEB, stack, "--stable-for", "1s", "--progress", "json");
  }
}
