package dev.swarmha.lab;

import static dev.swarmha.lab.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Deploys that wait, do not wait, only look, or run out of time. */
@Lab
class UpdateTest {

  private static final String WEB = "lab/src/test/resources/stacks/web.yml";
  private static final String WEB_1 = "swarmha/web:1@";

  @Test
  void submitsAndLetsSomebodyElseWait(LabSwarm lab) {
    Finished deploy =
        lab.swarmha("deploy", "-c", WEB, "site", "--detach", "--progress", "json").expect(0);
    Finished wait = lab.swarmha("wait", "site", "--progress", "json").expect(0);

    assertThat(deploy.result().path("outcome").asText()).isEqualTo("detached");
    assertThat(deploy.events("task")).isEmpty();
    assertThat(wait.result().path("outcome").asText()).isEqualTo("done");
    assertThat(Observed.of(lab).running("site_web")).hasSize(2);
  }

  @Test
  void showsThePlanAndMakesNoneOfIt(LabSwarm lab) {
    Finished first = lab.swarmha("deploy", "-c", WEB, "site", "--dry-run", "--progress", "json");

    JsonNode steps = first.expect(0).events("plan").get(0).path("steps");
    assertThat(steps.findValuesAsText("name")).contains("site_inner", "site_web");
    assertThat(first.events("step-started")).isEmpty();
    Observed.of(lab).assertNothingDeployed();
  }

  /** The new tasks need ten seconds each, one after the other. */
  @Test
  void goesBackWhenTimeRunsOut(LabSwarm lab) {
    deploy(lab, "swarmha/web:1", "--detach").expect(0);
    awaitTasks(lab);
    Map<String, Mapping> before = Observed.of(lab).specs();

    Finished late =
        deploy(lab, "swarmha/web:slow", "--timeout", "12s", "--stable-for", "1s").expect(4);

    assertThat(late.result().path("outcome").asText()).isEqualTo("rolled-back");
    assertThat(Observed.of(lab).specs()).isEqualTo(before);
    assertThat(Observed.of(lab).running("site_web"))
        .hasSize(2)
        .extracting(Task::image)
        .allMatch(image -> image.startsWith(WEB_1));
  }

  @Test
  void leavesAFailedUpdateAsItIsWhenTold(LabSwarm lab) {
    deploy(lab, "swarmha/web:1", "--detach").expect(0);
    awaitTasks(lab);

    Finished broken =
        lab.program()
            .with("WEB_IMAGE", "swarmha/missing:1")
            .with("WEB_FAILURE_ACTION", "pause")
            .run("deploy", "-c", WEB, "site", "--on-failure", "keep", "--progress", "json")
            .expect(5);

    assertThat(broken.result().path("outcome").asText()).isEqualTo("failed");
    Mapping spec = Observed.of(lab).service("site_web").spec();
    assertThat(spec.at("TaskTemplate", "ContainerSpec", "Image"))
        .contains(Document.text("swarmha/missing:1"));
  }

  @Test
  void tellsWhenItIsInterruptedAndGoesOnTheNextTime(LabSwarm lab) {
    Running slow =
        lab.program()
            .with("WEB_IMAGE", "swarmha/web:slow")
            .start("deploy", "-c", WEB, "site", "--progress", "json");
    eventually(() -> assertThat(slow.out()).contains("\"preparing\""), Duration.ofSeconds(30));

    slow.interrupt();

    assertThat(slow.await().expect(130).result().path("outcome").asText()).isEqualTo("interrupted");
    JsonNode next = deploy(lab, "swarmha/web:1", "--stable-for", "1s").expect(0).result();
    assertThat(next.path("outcome").asText()).isEqualTo("deployed");
    assertThat(Observed.of(lab).running("site_web"))
        .hasSize(2)
        .extracting(Task::image)
        .allMatch(image -> image.startsWith(WEB_1));
  }

  @Test
  void saysThatWhatIsDeployedDoesNotRunInTime(LabSwarm lab) {
    lab.program().with("WEB_REPLICAS", "7").run("deploy", "-c", WEB, "site", "--detach").expect(0);

    Finished finished =
        lab.swarmha("wait", "site", "--timeout", "5s", "--progress", "json").expect(6);

    assertThat(finished.result().path("outcome").asText()).isEqualTo("timed-out");
    assertThat(finished.result().path("reasons").findValuesAsText("message"))
        .anyMatch(message -> message.contains("max replicas per node"));
  }

  private static void awaitTasks(LabSwarm lab) {
    eventually(
        () -> assertThat(Observed.of(lab).running("site_web")).hasSize(2), Duration.ofSeconds(30));
  }

  private static Finished deploy(LabSwarm lab, String image, String... options) {
    List<String> arguments = new ArrayList<>(List.of("deploy", "-c", WEB, "site"));
    arguments.addAll(List.of(options));
    arguments.addAll(List.of("--progress", "json"));
    return lab.program().with("WEB_IMAGE", image).run(arguments.toArray(String[]::new));
  }
}
