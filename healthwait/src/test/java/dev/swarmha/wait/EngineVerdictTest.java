package dev.swarmha.wait;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.engine.Node.NodeState;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.UpdateStatus.UpdateState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How far the Engine's own word on a rollout is waited for, and what is remembered behind it. */
class EngineVerdictTest {

  private final SwarmSketch swarm = new SwarmSketch();
  private final ServiceSketch web = swarm.service("web");
  private final ConvergenceTracker tracker =
      new ConvergenceTracker(web.target(), WaitLimits.DEFAULT);

  /** The Engine waits for the very task that it has put on the lost node. */
  @Test
  void doesNotWaitForTheEnginesWordWhenATaskOfTheUpdateIsOnALostNode() {
    web.status(UpdateState.UPDATING, "update in progress");
    web.task(1).on("n2").is(TaskState.STARTING).stopping();
    web.task(1).on("n3");
    swarm.node("n2", NodeState.DOWN);

    assertThat(now()).isEqualTo(settling(1, ofSeconds(5)));
    assertThat(after(ofSeconds(5))).isEqualTo(new Convergence.Converged(1));
  }

  @Test
  void waitsForTheEnginesWordWhereItCanStillCome() {
    web.status(UpdateState.UPDATING, "update in progress");
    web.task(1);

    now();

    assertThat(after(ofSeconds(5))).isEqualTo(new Convergence.Progressing(1, 1));
  }

  @Test
  void remembersWhichTaskMadeTheEngineGoBack() {
    TaskSketch task = web.task(1).is(TaskState.STARTING);
    now();
    task.failed(1).outdated();
    web.task(1);
    web.image("web:1").status(UpdateState.ROLLBACK_COMPLETED, "rollback completed");

    Convergence verdict = after(ofSeconds(1));

    assertThat(((Convergence.RolledBack) verdict).reasons())
        .singleElement()
        .satisfies(
            reason -> {
              assertThat(reason.message())
                  .isEqualTo(
                      "the Engine has gone back: rollback completed: task: non-zero exit (1)");
              assertThat(reason.task().map(Reason.FailedTask::name)).contains("web.1");
              assertThat(reason.node()).contains("n1");
            });
  }

  @Test
  void blamesNoTaskOfAnEarlierSpecForTheEnginesWayBack() {
    web.task(1).failed(1).outdated();
    web.task(1);
    now();
    web.image("web:1").status(UpdateState.ROLLBACK_COMPLETED, "rollback completed");

    assertThat(after(ofSeconds(1)))
        .isEqualTo(
            new Convergence.RolledBack(
                List.of(Reason.ofService("web", "the Engine has gone back: rollback completed"))));
  }

  @Test
  void namesTheTaskThatMadeTheEngineTurnBackAfterItIsForgotten() {
    TaskSketch failed = web.task(1).on("n2").failed(143);
    now();
    web.forget(failed);
    web.task(1);
    web.image("web:1")
        .status(
            UpdateState.ROLLBACK_COMPLETED,
            "update rolled back due to failure or early termination of task " + failed.id());

    Convergence verdict = after(ofSeconds(2));

    Reason reason = ((Convergence.RolledBack) verdict).reasons().get(0);
    assertThat(reason.task().map(Reason.FailedTask::name)).contains("web.1");
    assertThat(reason.node()).contains("n2");
    assertThat(reason.message()).endsWith(": task: non-zero exit (143)");
  }

  private Convergence now() {
    return after(Duration.ZERO);
  }

  private Convergence after(Duration time) {
    return tracker.observe(at(swarm.after(time).snapshot()), true);
  }

  private static Convergence settling(int tasks, Duration until) {
    return new Convergence.Settling(tasks, tasks, SwarmSketch.START.plus(until));
  }

  private static Look at(Snapshot snapshot) {
    return new Look(snapshot, snapshot.takenAt());
  }
}
