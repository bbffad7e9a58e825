package dev.swarmha.engine.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.UpdateStatus;
import dev.swarmha.engine.UpdateStatus.UpdateState;
import dev.swarmha.engine.testkit.ServiceSpecBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How an Engine moves a service to a new spec, and what it says of it. */
interface RolloutHabits extends Habits {

  /** Long enough to see a crash. */
  Duration MONITOR = Duration.ofSeconds(2);

  Duration YEAR = Duration.ofDays(365);
  DocumentPath DELAY = DocumentPath.of("UpdateConfig", "Delay");

  @Test
  default void completesARollingUpdate() throws InterruptedException {
    Resource service = running(2, "pause", "stop-first");

    scene().update(service, spec -> spec.image(scene().images().second()));
    scene().awaitUpdateState(service, UpdateState.COMPLETED);

    assertThat(message(service)).isEqualTo("update completed");
    assertThat(scene().running(service))
        .hasSize(2)
        .allMatch(Task::upToDate)
        .allMatch(task -> task.image().equals(scene().images().second()));
    assertThat(scene().tasks(service))
        .filteredOn(task -> task.image().equals(scene().images().first()))
        .hasSize(2)
        .noneMatch(Task::upToDate)
        .noneMatch(Task::isRunning);
  }

  @Test
  default void startsTheNewTaskFirstWhenTold() throws InterruptedException {
    Resource service = running(1, "pause", "start-first");

    scene().update(service, spec -> spec.image(scene().images().second()));
    scene()
        .eventually(
            () -> {
              if (scene().running(service).isEmpty()) {
                throw new IllegalStateException("nothing runs in the middle of a rollout");
              }
              assertThat(scene().updateState(service)).contains(UpdateState.COMPLETED);
            });

    assertThat(scene().running(service)).hasSize(1).allMatch(Task::upToDate);
  }

  @Test
  default void forgetsTheStatusOfTheRolloutBeforeWhenNothingHasToMove()
      throws InterruptedException {
    Resource service = running(1, "pause", "stop-first");
    scene().update(service, spec -> spec.image(scene().images().second()));
    scene().awaitUpdateState(service, UpdateState.COMPLETED);

    scene().update(service, spec -> spec.label("colour", "blue"));
    scene().letSomeTimePass();

    assertThat(scene().updateState(service)).isEmpty();
  }

  @Test
  default void goesBackToThePreviousSpecWhenNewTasksCrash() throws InterruptedException {
    Resource service = running(2, "rollback", "stop-first");
    Mapping before = scene().now(service).spec();

    scene().update(service, spec -> spec.image(scene().images().crash()));
    scene().awaitUpdateState(service, UpdateState.ROLLBACK_COMPLETED);

    assertThat(message(service)).isEqualTo("rollback completed");
    assertThat(scene().now(service).spec()).isEqualTo(before);
    // The last of them may still be on its way up when the rollback counts as completed.
    scene().awaitRunning(service, 2);
    assertThat(scene().running(service)).allMatch(Task::upToDate);
  }

  @Test
  default void goesBackToThePreviousSpecWhenNewTasksNeverGetHealthy() throws InterruptedException {
    Resource service = running(1, "rollback", "start-first");

    scene().update(service, spec -> spec.image(scene().images().unhealthy()));
    scene().awaitUpdateState(service, UpdateState.ROLLBACK_COMPLETED);

    assertThat(scene().running(service))
        .hasSize(1)
        .allMatch(task -> task.image().equals(scene().images().first()));
  }

  @Test
  default void goesBackToThePreviousSpecWhenTheImageIsMissing() throws InterruptedException {
    Resource service = running(1, "rollback", "stop-first");

    scene().update(service, spec -> spec.image(scene().images().missing()));
    scene().awaitUpdateState(service, UpdateState.ROLLBACK_COMPLETED);

    scene().awaitRunning(service, 1);
    assertThat(scene().running(service))
        .allMatch(task -> task.image().equals(scene().images().first()));
  }

  @Test
  default void pausesAtTheFirstFailureWhenTold() throws InterruptedException {
    Resource service = running(2, "pause", "stop-first");

    scene().update(service, spec -> spec.image(scene().images().crash()));
    scene().awaitUpdateState(service, UpdateState.PAUSED);

    assertThat(message(service))
        .startsWith("update paused due to failure or early termination of task ");
    scene().letSomeTimePass();
    assertThat(scene().updateState(service)).contains(UpdateState.PAUSED);
  }

  @Test
  default void takesUpANewUpdateAfterAPause() throws InterruptedException {
    Resource service = running(1, "pause", "stop-first");
    scene().update(service, spec -> spec.image(scene().images().crash()));
    scene().awaitUpdateState(service, UpdateState.PAUSED);

    scene().update(service, spec -> spec.image(scene().images().second()));
    scene().awaitUpdateState(service, UpdateState.COMPLETED);

    assertThat(scene().running(service)).hasSize(1).allMatch(Task::upToDate);
  }

  @Test
  default void goesOneTaskFurtherWhenAnUpdateIsGivenALongDelay() throws InterruptedException {
    Resource service =
        scene()
            .create(
                scene()
                    .spec("web", scene().images().first())
                    .replicas(6)
                    .update("pause", MONITOR)
                    .with(DELAY, Document.number(Duration.ofSeconds(4).toNanos())));
    scene().awaitRunning(service, 6);
    scene().update(service, spec -> spec.image(scene().images().second()));
    scene().eventually(() -> assertThat(upToDate(service)).isPositive());

    scene().update(service, spec -> spec.with(DELAY, Document.number(YEAR.toNanos())));
    scene().eventually(() -> assertThat(upToDate(service)).isGreaterThan(1));
    scene().awaitRunning(service, 6);
    long held = upToDate(service);
    scene().letSomeTimePass(Duration.ofSeconds(10));

    assertThat(upToDate(service)).isEqualTo(held).isLessThan(6);
    assertThat(scene().updateState(service)).contains(UpdateState.UPDATING);
  }

  private long upToDate(Resource service) {
    return scene().running(service).stream().filter(Task::upToDate).count();
  }

  @Test
  default void waitsForEverWhenTheOldTaskHoldsThePortOfTheNewOne() throws InterruptedException {
    staysWithOldTasks(startFirst().global().hostPort(18_081, 8080), nodes());
    staysWithOldTasks(startFirst().replicas(nodes()).hostPort(18_082, 8080), nodes());
  }

  @Test
  default void waitsForEverWhenNoNodeMayHaveOneTaskMore() throws InterruptedException {
    staysWithOldTasks(startFirst().replicas(nodes()).maxReplicasPerNode(1), nodes());
    staysWithOldTasks(startFirst().global().maxReplicasPerNode(1), nodes());
  }

  @Test
  default void waitsForEverWhenThereIsNotMemoryForOneTaskMore() throws InterruptedException {
    String self = scene().engine().info().hostname();
    long most =
        scene().engine().nodes().stream()
            .filter(node -> node.hostname().equals(self))
            .mapToLong(node -> node.description().capacity().memoryBytes())
            .sum();

    staysWithOldTasks(
        startFirst().constraint("node.hostname==" + self).reserve(0, most / 2 + 1), 1);
  }

  private int nodes() {
    return scene().engine().nodes().size();
  }

  private ServiceSpecBuilder startFirst() {
    return scene().spec("web", scene().images().first()).update("pause", MONITOR, "start-first");
  }

  /** Runs a service and updates it: a new task finds no place, and no old one makes room. */
  private void staysWithOldTasks(ServiceSpecBuilder spec, int wanted) throws InterruptedException {
    Resource service = scene().create(spec);
    scene().awaitRunning(service, wanted);

    scene().update(service, changed -> changed.image(scene().images().second()));
    scene()
        .eventually(
            () ->
                assertThat(scene().tasks(service))
                    .anyMatch(task -> task.upToDate() && task.state() == TaskState.PENDING));
    scene().letSomeTimePass();

    assertThat(scene().updateState(service)).contains(UpdateState.UPDATING);
    assertThat(scene().running(service)).hasSize(wanted).noneMatch(Task::upToDate);
    scene().engine().remove(scene().now(service));
  }

  private Resource running(int replicas, String failureAction, String order)
      throws InterruptedException {
    ServiceSpecBuilder spec =
        scene()
            .spec("web", scene().images().first())
            .replicas(replicas)
            .update(failureAction, MONITOR, order);
    Resource service = scene().create(spec);
    scene().awaitRunning(service, replicas);
    return service;
  }

  private String message(Resource service) {
    return scene().now(service).updateStatus().map(UpdateStatus::message).orElse("");
  }
}
