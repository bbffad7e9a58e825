package dev.swarmha.wait;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.testkit.VirtualTimeline;
import dev.swarmha.engine.time.Deadline;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MilestoneTest {

  private final VirtualTimeline timeline = new VirtualTimeline();
  private final SwarmSketch swarm = new SwarmSketch();
  private final ServiceSketch migration = swarm.service("migration").restart("none");

  @Test
  void aServiceThatRunsHasNotCompleted() {
    migration.task(1);

    assertThat(verdict()).isEqualTo(new Convergence.Progressing(0, 1));
  }

  @Test
  void aServiceHasCompletedWhenAllItsTasksHave() {
    migration.replicas(2).task(1).completed();
    TaskSketch second = migration.task(2);

    assertThat(verdict()).isEqualTo(new Convergence.Progressing(1, 2));

    second.completed();

    assertThat(verdict()).isEqualTo(new Convergence.Converged(2));
  }

  @Test
  void aGlobalServiceHasCompletedWhenItHasOnEveryNode() {
    migration.global().taskOn("n1").completed();
    migration.taskOn("n2").completed();
    migration.taskOn("n3");

    assertThat(verdict()).isEqualTo(new Convergence.Progressing(2, 3));
  }

  @Test
  void completionOfAnotherSpecDoesNotCount() {
    migration.task(1).completed().outdated();

    assertThat(verdict()).isEqualTo(new Convergence.Progressing(0, 1));
  }

  @Test
  void workThatTakesLongerThanTheProgressDeadlineIsNotCutOff() throws InterruptedException {
    TaskSketch task = migration.task(1);
    after(ofMinutes(30), () -> task.completed());

    WaitResult result = await(Deadline.in(ofMinutes(60), timeline));

    assertThat(result).isEqualTo(new WaitResult.Succeeded());
    assertThat(timeline.elapsed()).isBetween(ofMinutes(30), ofMinutes(31));
  }

  @Test
  void aServiceThatEndsBadlyFailsAtOnce() throws InterruptedException {
    TaskSketch task = migration.task(1).is(TaskState.STARTING);
    after(ofSeconds(8), () -> task.failed(1));

    WaitResult result = await(Deadline.in(ofMinutes(60), timeline));

    assertThat(result).isInstanceOf(WaitResult.Failed.class);
    assertThat(timeline.elapsed()).isLessThan(ofSeconds(20));
  }

  private void after(Duration time, Runnable change) {
    timeline.schedule(timeline.instant().plus(time), change);
  }

  private ServiceTarget target() {
    return migration.target().reaching(Milestone.COMPLETED);
  }

  private Convergence verdict() {
    return ConvergenceJudge.judge(target(), swarm.snapshot());
  }

  private WaitResult await(Deadline deadline) throws InterruptedException {
    return new ConvergenceWait(
            new ScriptedSwarm(swarm), (TailsOnly) (task, lines) -> List.of(), timeline, event -> {})
        .await(WaitScope.ofStack("shop"), List.of(target()), deadline, WaitLimits.DEFAULT);
  }
}
