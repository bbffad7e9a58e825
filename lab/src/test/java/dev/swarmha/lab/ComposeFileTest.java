package dev.swarmha.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskQuery;
import dev.swarmha.engine.TaskState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A file written for docker compose, which docker stack deploy refuses. */
@Lab(managers = 1, workers = 0)
class ComposeFileTest {

  private static final String FILE = "lab/src/test/resources/stacks/compose/compose.yaml";

  @Test
  void runsAsItWasMeantAndStartsInTheOrderOfWhatDependsOnWhat(LabSwarm lab) {
    Finished deployed = deploy(lab, "hello-token").expect(0);

    assertThat(deployed.result().path("outcome").asText()).isEqualTo("deployed");
    assertThat(Observed.of(lab).specs()).containsOnlyKeys("site_db", "site_migration", "site_web");
    Mapping task = Observed.of(lab).service("site_web").spec().mapping("TaskTemplate");
    assertThat(task.mapping("Resources").mapping("Limits").number("MemoryBytes"))
        .contains(64L * 1024 * 1024);
    assertThat(task.mapping("ContainerSpec").sequence("Env").texts())
        .containsExactly("COLOR=green", "SIZE=large");
    assertThat(Observed.of(lab).running("site_web")).hasSize(2);
    assertThat(seen(lab, "/etc/greeting")).isEqualTo("hello world");
    assertThat(seen(lab, "/run/secrets/token")).isEqualTo("hello-token");
    assertThat(lab.exec("m1", "docker", "exec", container(lab), "id", "-G")).contains("12345");

    Instant healthy = since(lab, "site_db", TaskState.RUNNING);
    Instant completed = since(lab, "site_migration", TaskState.COMPLETE);
    assertThat(Observed.of(lab).service("site_migration").createdAt()).isAfter(healthy);
    assertThat(Observed.of(lab).service("site_web").createdAt()).isAfter(completed);
  }

  @Test
  void changesNothingTheSecondTime(LabSwarm lab) {
    deploy(lab, "hello-token").expect(0);

    Finished again = deploy(lab, "hello-token").expect(0);
    Finished diff =
        program(lab, "hello-token").run("diff", "-c", FILE, "site", "--exit-code").expect(0);

    assertThat(again.result().path("outcome").asText()).isEqualTo("unchanged");
    assertThat(diff.out()).doesNotContain("~");
  }

  private static Finished deploy(LabSwarm lab, String token) {
    return program(lab, token)
        .run("deploy", "-c", FILE, "site", "--stable-for", "1s", "--progress", "json");
  }

  private static Program program(LabSwarm lab, String token) {
    return lab.program().with("GREETED", "world").with("TOKEN", token);
  }

  private static Instant since(LabSwarm lab, String service, TaskState state) {
    Resource observed = Observed.of(lab).service(service);
    List<Task> tasks =
        lab.swarm().tasks(TaskQuery.all()).stream()
            .filter(task -> task.service().equals(observed.id()))
            .filter(task -> task.state() == state)
            .sorted(Comparator.comparing(Task::createdAt))
            .toList();
    assertThat(tasks).as(service + " is " + state).isNotEmpty();
    return tasks.get(0).status().since();
  }

  private static String seen(LabSwarm lab, String file) {
    return lab.exec("m1", "docker", "exec", container(lab), "cat", file).strip();
  }

  private static String container(LabSwarm lab) {
    String label = "label=com.docker.swarm.service.name=site_web";
    return lab.exec("m1", "docker", "ps", "--quiet", "--filter", label)
        .lines()
        .findFirst()
        .orElseThrow();
  }
}
