package dev.swarmha.wait;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.UpdateStatus.UpdateState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Verdicts that are the same in every mode. */
class ConvergenceJudgeTest {

  private final SwarmSketch swarm = new SwarmSketch();
  private final ServiceSketch web = swarm.service("web");

  @Test
  void isSupersededWhenSomebodyElseHasDeployed() {
    web.image("web:3").task(1);

    assertThat(verdict())
        .isEqualTo(new Convergence.Superseded("somebody has given it another spec"));
  }

  @Test
  void isSupersededWhenTheServiceIsGone() {
    swarm.remove("web");

    assertThat(verdict()).isEqualTo(new Convergence.Superseded("somebody has removed it"));
  }

  @Test
  void isRolledBackEvenWhenEverythingRuns() {
    web.task(1).failed(143).says("task: non-zero exit (143): dockerexec: unhealthy container");
    web.task(1);
    web.image("web:1")
        .status(
            UpdateState.ROLLBACK_COMPLETED,
            "update rolled back due to failure or early termination of task web-t1");

    assertThat(verdict())
        .isEqualTo(
            new Convergence.RolledBack(
                List.of(
                    reason(
                            "web-t1",
                            "web.1",
                            "n1",
                            "the Engine has gone back: "
                                + "update rolled back due to failure or early termination of task web-t1:"
                                + " task: non-zero exit (143): dockerexec: unhealthy container")
                        .with(Diagnosis.ofExit(Optional.of(143))))));
  }

  @Test
  void isRolledBackAsSoonAsTheEngineTurnsBack() {
    web.image("web:1").status(UpdateState.ROLLBACK_STARTED, "manually requested rollback").task(1);

    assertThat(verdict())
        .isEqualTo(
            new Convergence.RolledBack(
                List.of(
                    Reason.ofService(
                        "web", "the Engine has gone back: manually requested rollback"))));
  }

  @Test
  void failsWhenTheEngineHasPausedTheUpdate() {
    web.task(1).on("n3").failed(1);
    web.task(1).is(TaskState.STARTING);
    web.status(
        UpdateState.PAUSED, "update paused due to failure or early termination of task web-t1");

    assertThat(verdict())
        .isEqualTo(
            new Convergence.Failed(
                List.of(
                    reason(
                            "web-t1",
                            "web.1",
                            "n3",
                            "update paused due to failure or early termination of task web-t1:"
                                + " task: non-zero exit (1)")
                        .with(Diagnosis.ofExit(Optional.of(1))))));
  }

  @Test
  void failsWhenTheEngineCouldNotGoBackEither() {
    web.status(UpdateState.ROLLBACK_PAUSED, "rollback paused due to failure").task(1);

    assertThat(verdict())
        .isEqualTo(
            new Convergence.Failed(
                List.of(Reason.ofService("web", "rollback paused due to failure"))));
  }

  @Test
  void failsWhenANodeRejectsTheTaskTwice() {
    web.task(1).rejected("No such image: web:2");

    assertThat(verdict().isFinal()).isFalse();

    web.task(1).rejected("No such image: web:2");
    web.task(1).is(TaskState.READY);

    assertThat(verdict())
        .isEqualTo(
            new Convergence.Failed(
                List.of(
                    reason("web-t2", "web.1", "n1", "No such image: web:2, 2 times in a row"))));
  }

  @Test
  void failsWhenNoOtherTryIsAllowed() {
    web.restart("none").task(1).failed(3);

    assertThat(verdict())
        .isEqualTo(
            new Convergence.Failed(
                List.of(
                    reason(
                            "web-t1",
                            "web.1",
                            "n1",
                            "task: non-zero exit (3); the restart policy allows no other try")
                        .with(Diagnosis.ofExit(Optional.of(3))))));
  }

  @Test
  void addsTheExitCodeWhereTheEngineDoesNotSayIt() {
    web.restart("none").task(1).failed(137).says("task: killed");

    assertThat(((Convergence.Failed) verdict()).reasons().get(0).message())
        .startsWith("task: killed (exit code 137)");
  }

  @Test
  void forgivesFailuresOfAnEarlierSpec() {
    web.restart("none").task(1).failed(3).outdated();

    assertThat(verdict()).isEqualTo(new Convergence.Progressing(0, 1));
  }

  private Convergence verdict() {
    return ConvergenceJudge.judge(web.target(), swarm.snapshot());
  }

  private static Reason reason(String task, String name, String node, String message) {
    return new Reason(
        "web",
        Optional.of(new Reason.FailedTask(new ResourceId(task), name)),
        Optional.of(node),
        message,
        List.of());
  }
}
