package dev.swarmha.wait;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Document;
import dev.swarmha.engine.Node.NodeState;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.UpdateStatus.UpdateState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConvergenceTrackerTest {

  private static final String NO_NODE =
      "no suitable node (scheduling constraints not satisfied on 3 nodes)";

  private final SwarmSketch swarm = new SwarmSketch();
  private final ServiceSketch web = swarm.service("web");
  private final ConvergenceTracker tracker =
      new ConvergenceTracker(web.target(), WaitLimits.DEFAULT);

  @Test
  void convergesOnceAllTasksHaveStayedUp() {
    web.task(1);

    assertThat(now()).isEqualTo(settling(1, ofSeconds(5)));
    assertThat(after(ofSeconds(4))).isEqualTo(settling(1, ofSeconds(5)));
    assertThat(after(ofSeconds(1))).isEqualTo(new Convergence.Converged(1));
  }

  @Test
  void startsTheWindowAnewWhenATaskIsReplaced() {
    TaskSketch first = web.task(1);
    now();
    first.failed(1);
    web.task(1);

    assertThat(after(ofSeconds(4))).isEqualTo(settling(1, ofSeconds(9)));
    assertThat(after(ofSeconds(1)).isFinal()).isFalse();
    assertThat(after(ofSeconds(4))).isEqualTo(new Convergence.Converged(1));
  }

  @Test
  void countsTheTimeOfEachTaskByItself() {
    web.replicas(2).task(1);
    now();
    web.task(2);

    assertThat(after(ofSeconds(3))).isEqualTo(settling(2, ofSeconds(8)));
  }

  @Test
  void convergesAtOnceWithoutReplicas() {
    web.replicas(0);

    assertThat(now()).isEqualTo(new Convergence.Converged(0));
  }

  @Test
  void fallsBackWhenANodeIsLostAfterConvergence() {
    web.task(1);
    now();
    assertThat(after(ofSeconds(5))).isEqualTo(new Convergence.Converged(1));

    swarm.node("n1", NodeState.DOWN);

    assertThat(after(ofSeconds(1))).isEqualTo(new Convergence.Progressing(0, 1));
  }

  @Test
  void failsWhenNoNodeHasSuitedForTheGraceTime() {
    web.task(1).unplaced(NO_NODE);

    assertThat(now()).isEqualTo(new Convergence.Pending(0, 1, NO_NODE));
    assertThat(after(ofSeconds(9))).isInstanceOf(Convergence.Pending.class);
    assertThat(messages(after(ofSeconds(1)))).containsExactly(NO_NODE);
  }

  @Test
  void givesANodeThatJoinsTheTimeToDoSo() {
    TaskSketch task = web.task(1).unplaced(NO_NODE);
    now();
    after(ofSeconds(9));
    task.on("n3").is(TaskState.STARTING).says("");

    assertThat(after(ofSeconds(1))).isEqualTo(new Convergence.Progressing(0, 1));
  }

  @Test
  void doesNotCallATaskUnplaceableWhileAnotherIsMakingRoom() {
    TaskSketch old = swarm.service("db").task(1).stopping();
    web.task(1).unplaced("no suitable node (insufficient resources on 3 nodes)");
    now();

    assertThat(after(ofSeconds(30)).isFinal()).isFalse();

    old.is(TaskState.SHUTDOWN);
    after(ofSeconds(1));

    assertThat(after(ofSeconds(10))).isInstanceOf(Convergence.Failed.class);
  }

  @Test
  void expectsNoRoomFromTasksOnLostNodes() {
    swarm.node("n2", NodeState.DOWN);
    swarm.service("db").task(2).stopping();
    web.task(1).unplaced(NO_NODE);
    now();

    assertThat(after(ofSeconds(10))).isInstanceOf(Convergence.Failed.class);
  }

  @Test
  void callsACrashLoopLongBeforeTheProgressDeadline() {
    web.task(1).failed(1);
    web.task(1).failed(1);
    now();
    web.task(1).failed(2);
    web.task(1).is(TaskState.READY);

    Convergence verdict = after(ofSeconds(5));

    assertThat(messages(verdict)).containsExactly("task: non-zero exit (2), 3 times in a row");
  }

  @Test
  void leavesACrashLoopAloneWhileWhatItNeedsMayStillCome() {
    crashThreeTimes();

    assertThat(tracker.observe(at(swarm.snapshot()), false).isFinal()).isFalse();
    assertThat(tracker.observe(at(swarm.after(ofSeconds(29)).snapshot()), false).isFinal())
        .isFalse();
    assertThat(tracker.observe(at(swarm.after(ofSeconds(1)).snapshot()), false))
        .isInstanceOf(Convergence.Failed.class);
  }

  @Test
  void forgivesACrashLoopThatEndedWell() {
    crashThreeTimes();
    web.task(1);

    assertThat(now()).isEqualTo(settling(1, ofSeconds(5)));
  }

  @Test
  void doesNotBlameTheFailuresFromBeforeAnotherSpecWasTried() {
    crashThreeTimes();
    web.task(1).outdated().is(TaskState.SHUTDOWN);
    web.task(1).is(TaskState.STARTING);

    assertThat(now()).isEqualTo(new Convergence.Progressing(0, 1));
  }

  @Test
  void countsFailuresThatTheManagersHaveForgotten() {
    TaskSketch task = web.task(1).is(TaskState.STARTING);
    for (int i = 0; i < 3; i++) {
      now();
      task.failed(1);
      TaskSketch next = web.task(1).is(TaskState.READY);
      now();
      web.forget(task);
      task = next;
    }

    assertThat(messages(now())).containsExactly("task: non-zero exit (1), 3 times in a row");
  }

  @Test
  void failsAfterTheGraceTimeWhenNobodyReplacesAFailedTask() {
    web.replicas(2).task(1);
    web.task(2).failed(1);

    assertThat(now().isFinal()).isFalse();
    assertThat(messages(after(ofSeconds(10))))
        .containsExactly("task: non-zero exit (1); no other task has come for it");
  }

  @Test
  void failsWhenNothingEverMoves() {
    assertThat(now()).isEqualTo(new Convergence.Progressing(0, 1));
    assertThat(after(ofSeconds(119)).isFinal()).isFalse();
    assertThat(messages(after(ofSeconds(1))))
        .containsExactly(
            "nothing has moved forward for 2m: 0 of 1 tasks are up;"
                + " the managers have not made the others yet");
  }

  @Test
  void waitsOnAsLongAsSomethingMovesForward() {
    TaskSketch task = web.task(1).is(TaskState.PENDING);
    now();
    task.is(TaskState.PREPARING);
    after(ofSeconds(110));
    task.is(TaskState.STARTING);

    assertThat(after(ofSeconds(110)).isFinal()).isFalse();
    assertThat(after(ofSeconds(119)).isFinal()).isFalse();
    assertThat(messages(after(ofSeconds(1))))
        .containsExactly(
            "nothing has moved forward for 2m: 0 of 1 tasks are up; this one is starting");
  }

  @Test
  void takesTheSameStateReachedAgainForNoMove() {
    TaskSketch first = web.task(1).is(TaskState.STARTING);
    now();
    first.failed(1);
    web.task(1).is(TaskState.STARTING);

    assertThat(messages(after(ofMinutes(2))))
        .containsExactly(
            "nothing has moved forward for 2m: 0 of 1 tasks are up;"
                + " this one is starting, after task: non-zero exit (1)");
  }

  @Test
  void allowsThePausesThatTheSpecAsksFor() {
    web.delay(ofMinutes(5)).replicas(2).status(UpdateState.UPDATING, "update in progress");
    web.task(1);
    web.task(2).outdated();
    now();

    assertThat(after(ofMinutes(6)).isFinal()).isFalse();
    assertThat(after(ofMinutes(1))).isInstanceOf(Convergence.Failed.class);
  }

  @Test
  void letsAJobTakeItsTime() {
    web.spec(Document.number(1), "Mode", "ReplicatedJob", "TotalCompletions");
    TaskSketch task = web.task(1).ofJob();
    now();

    assertThat(after(ofMinutes(30)).isFinal()).isFalse();

    task.completed();

    assertThat(after(ofSeconds(1))).isEqualTo(new Convergence.Converged(1));
  }

  @Test
  void countsNoTimeInWhichNothingCouldBeSeen() {
    web.task(1).unplaced(NO_NODE);
    now();
    tracker.resume();

    assertThat(after(ofSeconds(25)).isFinal()).isFalse();
  }

  @Test
  void keepsAFailureForEver() {
    web.status(UpdateState.PAUSED, "update paused").task(1);
    Convergence failed = now();
    web.status(UpdateState.COMPLETED, "update completed");

    assertThat(after(ofSeconds(10))).isEqualTo(failed);
  }

  private void crashThreeTimes() {
    web.task(1).failed(1);
    web.task(1).failed(1);
    web.task(1).failed(1);
    web.task(1).is(TaskState.READY);
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

  private static List<String> messages(Convergence verdict) {
    return ((Convergence.Failed) verdict).reasons().stream().map(Reason::message).toList();
  }

  private static Look at(Snapshot snapshot) {
    return new Look(snapshot, snapshot.takenAt());
  }
}
