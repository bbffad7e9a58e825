package dev.swarmha.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskQuery;
import dev.swarmha.engine.TaskState;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Services that are scaled, restarted, stopped and started by hand. */
@Lab
class ServiceLifeTest {

  private static final String WEB = "lab/src/test/resources/stacks/web.yml";

  @Test
  void stopsAServiceAndBringsBackAsManyReplicasAsThereWere(LabSwarm lab) {
    deploy(lab);
    operate(lab, "scale", "site_web=3");
    assertThat(Observed.of(lab).running("site_web")).hasSize(3);
    Mapping before = Observed.of(lab).service("site_web").spec();

    Finished stopped = operate(lab, "stop", "site_web");
    assertThat(lab.swarm().tasks(TaskQuery.ofStack("site")))
        .extracting(Task::state)
        .allMatch(TaskState::isTerminal);
    Finished again = operate(lab, "stop", "site_web");
    operate(lab, "start", "site_web", "--stable-for", "1s");

    assertThat(stopped.result().path("outcome").asText()).isEqualTo("done");
    assertThat(again.events("step-started")).isEmpty();
    assertThat(Observed.of(lab).running("site_web")).hasSize(3);
    assertThat(Observed.of(lab).service("site_web").spec()).isEqualTo(before);
  }

  @Test
  void isStartedByADeployAsItsFileSays(LabSwarm lab) {
    Mapping before = deploy(lab);
    operate(lab, "stop", "site_web");

    Mapping after = deploy(lab);

    assertThat(Observed.of(lab).running("site_web")).hasSize(2);
    assertThat(after).isEqualTo(before);
  }

  @Test
  void replacesEveryTaskAndNothingElse(LabSwarm lab) {
    Mapping before = deploy(lab);
    List<ResourceId> tasks = ids(Observed.of(lab).running("site_web"));

    operate(lab, "restart", "site_web", "--stable-for", "1s");

    assertThat(ids(Observed.of(lab).running("site_web")))
        .hasSize(2)
        .doesNotContainAnyElementsOf(tasks);
    assertThat(withoutCounter(Observed.of(lab).service("site_web").spec()))
        .isEqualTo(withoutCounter(before));
  }

  /** At the most two replicas fit on each of the three nodes. */
  @Test
  void saysWhyTheReplicasDoNotRun(LabSwarm lab) {
    deploy(lab);

    Finished scaled =
        lab.swarmha("scale", "site_web=7", "--stable-for", "1s", "--progress", "json").expect(5);

    assertThat(scaled.result().at("/reasons/0/message").asText()).contains("max replicas");
  }

  private static Mapping deploy(LabSwarm lab) {
    lab.swarmha("deploy", "-c", WEB, "site", "--stable-for", "1s").expect(0);
    return Observed.of(lab).service("site_web").spec();
  }

  private static Finished operate(LabSwarm lab, String... command) {
    return lab.program().run(with(command, "--progress", "json")).expect(0);
  }

  private static String[] with(String[] words, String... more) {
    return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
  }

  private static List<ResourceId> ids(List<Task> tasks) {
    return tasks.stream().map(Task::id).toList();
  }

  private static Mapping withoutCounter(Mapping spec) {
    return spec.with(
        "TaskTemplate", spec.mapping("TaskTemplate").with("ForceUpdate", Document.number(0)));
  }
}
