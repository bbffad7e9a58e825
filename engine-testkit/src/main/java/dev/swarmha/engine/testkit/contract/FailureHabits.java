package dev.swarmha.engine.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.engine.Amounts;
import dev.swarmha.engine.Container;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskState;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** In which states and words an Engine tells that a task cannot be placed, start or stay. */
interface FailureHabits extends Habits {

  @Test
  default void leavesATaskPendingThatNoNodeSatisfies() throws InterruptedException {
    Resource service =
        scene()
            .create(
                scene()
                    .spec("web", scene().images().first())
                    .constraint("node.labels.no.such==label"));

    scene().awaitError(service, "no suitable node (scheduling constraints not satisfied on ");

    assertThat(scene().tasks(service))
        .hasSize(1)
        .allMatch(task -> task.state() == TaskState.PENDING)
        .allMatch(task -> task.node().isEmpty());
  }

  @Test
  default void leavesATaskPendingBeyondTheLimitPerNode() throws InterruptedException {
    int nodes = scene().engine().nodes().size();
    Resource service =
        scene()
            .create(
                scene()
                    .spec("web", scene().images().first())
                    .replicas(nodes + 1)
                    .maxReplicasPerNode(1));

    scene().awaitError(service, "no suitable node (max replicas per node limit exceed)");

    scene().awaitRunning(service, nodes);
  }

  @Test
  default void leavesATaskPendingForWhichThereIsNotEnoughMemory() throws InterruptedException {
    Resource service =
        scene().create(scene().spec("web", scene().images().first()).reserve(0, 1L << 50));

    scene().awaitError(service, "no suitable node (insufficient resources on ");
    assertThat(scene().tasks(service))
        .allMatch(task -> task.reserved().equals(new Amounts(0, 1L << 50)));
  }

  @Test
  default void leavesATaskPendingWhosePortIsTakenOnEachNode() throws InterruptedException {
    int nodes = scene().engine().nodes().size();
    Resource service =
        scene()
            .create(
                scene()
                    .spec("web", scene().images().first())
                    .replicas(nodes + 1)
                    .hostPort(18_080, 8080));

    scene().awaitError(service, "no suitable node (host-mode port already in use on ");

    scene().awaitRunning(service, nodes);
    assertThat(scene().running(service))
        .allMatch(
            task -> task.status().hostPorts().stream().anyMatch(p -> p.published() == 18_080));
  }

  @Test
  default void rejectsATaskWhoseImageIsMissing() throws InterruptedException {
    Resource service = scene().create(scene().spec("web", scene().images().missing()));

    scene().awaitError(service, "No such image");

    assertThat(scene().tasks(service)).anyMatch(task -> task.state() == TaskState.REJECTED);
  }

  @Test
  default void failsATaskThatCrashesAndStartsAnotherOne() throws InterruptedException {
    Resource service = scene().create(scene().spec("web", scene().images().crash()));

    scene().awaitError(service, "task: non-zero exit (1)");

    Task failed =
        scene().tasks(service).stream()
            .filter(task -> task.state() == TaskState.FAILED)
            .findFirst()
            .orElseThrow();
    assertThat(failed.status().exitCode()).contains(1);
    scene().eventually(() -> assertThat(scene().tasks(service)).hasSizeGreaterThan(1));
    assertThat(scene().tasks(service)).allMatch(task -> task.slot().equals(Optional.of(1)));
  }

  @Test
  default void doesNotRestartATaskMoreOftenThanAllowed() throws InterruptedException {
    Resource service =
        scene()
            .create(
                scene()
                    .spec("web", scene().images().crash())
                    .restart("any", Duration.ofMillis(200), 1));

    scene()
        .eventually(
            () ->
                assertThat(scene().tasks(service))
                    .hasSize(2)
                    .allMatch(task -> task.state() == TaskState.FAILED));
    scene().letSomeTimePass();

    assertThat(scene().tasks(service)).hasSize(2);
  }

  @Test
  default void failsATaskThatNeverGetsHealthyBeforeItCountsAsRunning() throws InterruptedException {
    Resource service = scene().create(scene().spec("web", scene().images().unhealthy()));

    scene()
        .eventually(
            () -> {
              if (!scene().running(service).isEmpty()) {
                throw new IllegalStateException("an unhealthy task counts as running");
              }
              assertThat(scene().tasks(service))
                  .anySatisfy(
                      task -> {
                        assertThat(task.state()).isEqualTo(TaskState.FAILED);
                        assertThat(task.status().error()).contains("unhealthy container");
                      });
            });
  }

  @Test
  default void keepsWhatTheHealthcheckOfADeadContainerSaid() throws InterruptedException {
    String self = scene().engine().info().hostname();
    Resource service =
        scene()
            .create(
                scene()
                    .spec("web", scene().images().unhealthy())
                    .constraint("node.hostname==" + self));

    scene().awaitError(service, "unhealthy container");

    assertThat(scene().tasks(service))
        .filteredOn(task -> task.state() == TaskState.FAILED)
        .flatMap(task -> task.container().stream().toList())
        .flatMap(id -> scene().connection().containers().find(id).stream().toList())
        .isNotEmpty()
        .allSatisfy(
            container ->
                assertThat(container.healthChecks())
                    .isNotEmpty()
                    .noneMatch(Container.HealthCheckRun::passed));
  }
}
