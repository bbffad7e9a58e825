package dev.swarmha.engine.testkit;

import static dev.swarmha.engine.testkit.ServiceSpecBuilder.service;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.UpdateStatus.UpdateState;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RolloutTest {

  private static final DocumentPath UPDATE = DocumentPath.of("UpdateConfig");

  private final Fixture swarm = Fixture.withNodes("n1", "n2", "n3");

  @Test
  void countsAsCompletedOneMonitorPeriodAfterTheLastTask() {
    ServiceView web = swarm.start(service("web", "web:1").update("pause", ofSeconds(10)));

    swarm.update(web, spec -> spec.image("web:2"));
    assertThat(web.updateState()).isEmpty();

    swarm.swarm().advance(ofSeconds(5));
    assertThat(web.updateState()).contains(UpdateState.UPDATING);
    assertThat(web.runningImages()).containsExactly("web:2");

    swarm.swarm().advance(ofSeconds(8));
    assertThat(web.updateState()).contains(UpdateState.COMPLETED);
  }

  @Test
  void changesAsManySlotsAtOnceAsThePolicySays() {
    ServiceView web =
        swarm.start(
            service("web", "web:1")
                .replicas(4)
                .update("pause", ofSeconds(1))
                .with(UPDATE.child("Parallelism"), Document.number(2))
                .with(UPDATE.child("Delay"), Document.number(ofSeconds(20).toNanos())));

    swarm.update(web, spec -> spec.image("web:2"));
    swarm.swarm().advance(ofSeconds(10));

    assertThat(images(web)).containsExactlyInAnyOrder("web:1", "web:1", "web:2", "web:2");
    swarm.swarm().advance(ofSeconds(20));
    assertThat(images(web)).containsOnly("web:2").hasSize(4);
  }

  @Test
  void keepsTheOldTaskUntilTheNewOneRunsWhenItStartsFirst() {
    ServiceView web =
        swarm.start(service("web", "web:1").update("pause", ofSeconds(2), "start-first"));
    swarm.swarm().image("web:2").becomesHealthyAfter(ofSeconds(20));

    swarm.update(web, spec -> spec.image("web:2"));
    swarm.swarm().advance(ofSeconds(15));
    assertThat(web.runningImages()).containsExactly("web:1");

    swarm.swarm().advance(ofSeconds(15));
    assertThat(web.runningImages()).containsExactly("web:2");
  }

  @Test
  void rollsBackWhenANewTaskGetsUnhealthyWhileItIsWatched() {
    ServiceView web =
        swarm.start(service("web", "web:1").replicas(3).update("rollback", ofSeconds(60)));
    swarm.swarm().image("web:2").becomesUnhealthyAfter(ofSeconds(40));

    swarm.update(web, spec -> spec.image("web:2"));
    swarm.swarm().advance(ofSeconds(30));
    assertThat(web.updateState()).contains(UpdateState.UPDATING);

    swarm.swarm().advance(ofMinutes(3));
    assertThat(web.updateState()).contains(UpdateState.ROLLBACK_COMPLETED);
    assertThat(web.image()).isEqualTo("web:1");
    assertThat(images(web)).containsExactly("web:1", "web:1", "web:1");
    assertThat(swarm.errors(web))
        .containsExactly("task: non-zero exit (143): dockerexec: unhealthy container");
  }

  @Test
  void doesNotSeeATaskThatGetsUnhealthyAfterTheMonitorPeriod() {
    ServiceView web = swarm.start(service("web", "web:1").update("rollback", ofSeconds(5)));
    swarm.swarm().image("web:2").becomesUnhealthyAfter(ofSeconds(40));

    swarm.update(web, spec -> spec.image("web:2"));
    swarm.swarm().advance(ofSeconds(50));

    assertThat(web.updateState()).contains(UpdateState.COMPLETED);
    assertThat(web.tasks()).anyMatch(task -> task.state() == TaskState.FAILED);
  }

  @Test
  void bearsAsManyFailuresAsTheRatioAllows() {
    ServiceView web =
        swarm.start(
            service("web", "web:1")
                .replicas(2)
                .update("pause", ofSeconds(5))
                .with(UPDATE.child("MaxFailureRatio"), Document.number(new BigDecimal("0.5"))));
    swarm.swarm().image("web:2").crashesAtOnce(1);

    swarm.update(web, spec -> spec.image("web:2"));
    swarm.swarm().advance(ofSeconds(1));
    assertThat(web.updateState()).contains(UpdateState.UPDATING);
    swarm.swarm().advance(ofSeconds(10));

    assertThat(web.updateState()).contains(UpdateState.PAUSED);
  }

  @Test
  void goesOnThroughFailuresWhenTold() {
    ServiceView web =
        swarm.start(service("web", "web:1").replicas(2).update("continue", ofSeconds(5)));
    swarm.swarm().image("web:2").crashesAtOnce(1);

    swarm.update(web, spec -> spec.image("web:2"));
    swarm.swarm().advance(ofSeconds(20));

    assertThat(web.updateState()).contains(UpdateState.COMPLETED);
    assertThat(web.running()).isZero();
  }

  @Test
  void pausesARollbackThatFailsItself() {
    ServiceView web = swarm.start(service("web", "web:1").update("rollback", ofSeconds(5)));
    swarm.swarm().image("web:1").neverHealthy();
    swarm.swarm().image("web:2").neverHealthy();

    swarm.update(web, spec -> spec.image("web:2"));
    swarm.swarm().advance(ofSeconds(60));

    assertThat(web.updateState()).contains(UpdateState.ROLLBACK_PAUSED);
    assertThat(web.image()).isEqualTo("web:1");
  }

  @Test
  void letsANewUpdateReplaceOneThatIsStuck() {
    ServiceView web = swarm.start(service("web", "web:1").update("pause", ofSeconds(5)));
    swarm.update(web, spec -> spec.constraint("node.hostname==nowhere").image("web:2"));
    swarm.swarm().advance(ofSeconds(60));
    assertThat(web.updateState()).contains(UpdateState.UPDATING);
    assertThat(web.running()).isZero();

    swarm.update(web, spec -> spec.constraint("node.hostname==n2"));
    swarm.swarm().advance(ofSeconds(20));

    assertThat(web.updateState()).contains(UpdateState.COMPLETED);
    assertThat(web.runningByNode()).containsOnlyKeys("n2");
  }

  @Test
  void mayCompleteARollbackBeforeItsLastTaskIsUp() {
    ServiceView web =
        swarm.start(service("web", "web:1").replicas(2).update("rollback", ofSeconds(5)));
    swarm.swarm().image("web:2").crashesAtOnce(1);
    swarm.swarm().completesRollbacksEarly();

    swarm.update(web, spec -> spec.image("web:2"));
    swarm.swarm().advance(ofSeconds(3));

    assertThat(web.updateState()).contains(UpdateState.ROLLBACK_COMPLETED);
    assertThat(web.running()).isEqualTo(1);
    swarm.swarm().advance(ofSeconds(10));
    assertThat(web.running()).isEqualTo(2);
  }

  @Test
  void doesNotAskAHealthcheckThatTheSpecSwitchesOff() {
    swarm.swarm().image("web:1").neverHealthy();
    Mapping off = Mapping.of("Test", Document.texts(List.of("NONE")));

    ServiceView web =
        swarm.start(
            service("web", "web:1")
                .with(DocumentPath.of("TaskTemplate", "ContainerSpec", "Healthcheck"), off));

    assertThat(web.running()).isEqualTo(1);
  }

  @Test
  void isTheSameEachTime() {
    assertThat(history()).isEqualTo(history()).isNotEmpty();
  }

  private static List<Task> history() {
    Fixture fixture = Fixture.withNodes("n1", "n2", "n3");
    ServiceView web =
        fixture.start(service("web", "web:1").replicas(5).update("rollback", ofSeconds(5)));
    fixture.swarm().image("web:2").crashesAfter(ofSeconds(3));
    fixture.update(web, spec -> spec.image("web:2"));
    fixture.swarm().node("n3").goesDown();
    fixture.swarm().advance(ofMinutes(2));
    return web.tasks();
  }

  private static List<String> images(ServiceView view) {
    return view.tasks().stream().filter(Task::isRunning).map(Task::image).toList();
  }
}
