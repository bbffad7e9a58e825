package dev.swarmha.wait;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.EngineUnreachableException;
import dev.swarmha.engine.Node.NodeState;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.UpdateStatus.UpdateState;
import dev.swarmha.engine.testkit.VirtualTimeline;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.wait.event.WaitEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConvergenceWaitTest {

  private final EngineUnreachableException away =
      new EngineUnreachableException("no Engine at tcp://10.0.0.10:2375", null);

  private final VirtualTimeline timeline = new VirtualTimeline();
  private final SwarmSketch swarm = new SwarmSketch();
  private final ServiceSketch web = swarm.service("web");
  private final ServiceSketch api = swarm.service("api");
  private final ScriptedSwarm engine = new ScriptedSwarm(swarm);
  private final List<WaitEvent> events = new ArrayList<>();
  private final List<ResourceId> logsRead = new ArrayList<>();

  @Test
  void succeedsWhenAllServicesHaveStayedUpTogether() throws InterruptedException {
    TaskSketch slow = api.task(1).is(TaskState.PREPARING);
    web.task(1);
    in(ofSeconds(20), () -> slow.is(TaskState.RUNNING));

    assertThat(await(web, api)).isEqualTo(new WaitResult.Succeeded());

    assertThat(timeline.elapsed()).isBetween(ofSeconds(25), ofSeconds(29));
  }

  @Test
  void endsAtTheInstantAtWhichEverythingHasStayedUpForLongEnough() throws InterruptedException {
    web.task(1);
    api.task(1);

    assertThat(await(web, api)).isEqualTo(new WaitResult.Succeeded());

    assertThat(timeline.elapsed()).isEqualTo(ofSeconds(5));
  }

  @Test
  void succeedsAtOnceWhenThereIsNothingToWaitFor() throws InterruptedException {
    assertThat(await()).isEqualTo(new WaitResult.Succeeded());
    assertThat(engine.calls()).isZero();
  }

  @Test
  void doesNotSucceedWhileAnEarlierServiceIsDownAgain() throws InterruptedException {
    web.task(1);
    TaskSketch slow = api.task(2).is(TaskState.STARTING);
    in(ofSeconds(10), () -> swarm.node("n1", NodeState.DOWN));
    in(ofSeconds(12), () -> slow.is(TaskState.RUNNING));
    in(ofSeconds(40), () -> swarm.node("n1", NodeState.READY));

    assertThat(await(web, api)).isEqualTo(new WaitResult.Succeeded());

    assertThat(timeline.elapsed()).isGreaterThanOrEqualTo(ofSeconds(45));
  }

  @Test
  void endsEarlyWithAllFailuresThatAreCertainByThen() throws InterruptedException {
    web.restart("none").task(1).failed(1);
    api.restart("none").task(2).failed(2);
    swarm.service("db").task(3).is(TaskState.STARTING);

    WaitResult result = await(web, api, swarm.service("db"));

    assertThat(result).isInstanceOf(WaitResult.Failed.class);
    assertThat(result.reasons()).extracting(Reason::service).containsExactly("web", "api");
    assertThat(timeline.elapsed()).isZero();
  }

  @Test
  void failsWhenTheEngineRollsBackAlthoughEverythingRuns() throws InterruptedException {
    web.status(UpdateState.UPDATING, "update in progress");
    TaskSketch task = web.task(1).is(TaskState.STARTING);
    in(
        ofSeconds(3),
        () -> {
          task.failed(143).outdated();
          web.task(1);
          web.image("web:1")
              .status(
                  UpdateState.ROLLBACK_COMPLETED,
                  "update rolled back due to failure or early termination of task web-t1");
        });

    WaitResult result = await(web);

    assertThat(result).isInstanceOf(WaitResult.Failed.class);
    assertThat(result.reasons())
        .singleElement()
        .satisfies(
            reason -> {
              assertThat(reason.message()).endsWith("of task web-t1: task: non-zero exit (143)");
              assertThat(reason.node()).contains("n1");
              assertThat(reason.logTail()).containsExactly("last words of web-t1");
            });
  }

  @Test
  void readsNoLogsWhenAllIsWell() throws InterruptedException {
    web.task(1);

    await(web);

    assertThat(logsRead).isEmpty();
  }

  @Test
  void ignoresARollbackFromBeforeTheDeploy() throws InterruptedException {
    web.status(UpdateState.ROLLBACK_COMPLETED, "rollback completed").task(1);

    assertThat(await(web)).isEqualTo(new WaitResult.Succeeded());
  }

  @Test
  void failsWhenSomebodyElseDeploys() throws InterruptedException {
    web.task(1).is(TaskState.STARTING);
    in(ofSeconds(2), () -> web.image("web:3"));

    assertThat(await(web).reasons())
        .containsExactly(Reason.ofService("web", "somebody has given it another spec"));
  }

  @Test
  void saysHowFarItWasWhenTimeIsUp() throws InterruptedException {
    web.replicas(2).task(1);
    web.task(2).is(TaskState.PREPARING);

    WaitResult result = await(Deadline.in(ofSeconds(60), timeline), new ServiceSketch[] {web});

    assertThat(result).isInstanceOf(WaitResult.TimedOut.class);
    assertThat(result.reasons())
        .singleElement()
        .satisfies(
            reason -> {
              assertThat(reason.message())
                  .isEqualTo("time is up: 1 of 2 tasks are up; this one is preparing");
              assertThat(reason.task().map(Reason.FailedTask::name)).contains("web.2");
              assertThat(reason.node()).contains("n2");
            });
    assertThat(timeline.elapsed()).isEqualTo(ofSeconds(60));
  }

  @Test
  void neverHangsWhenNothingEverMoves() throws InterruptedException {
    web.task(1).is(TaskState.ASSIGNED);

    WaitResult result = await(Deadline.in(Duration.ofDays(1), timeline), new ServiceSketch[] {web});

    assertThat(result).isInstanceOf(WaitResult.Failed.class);
    assertThat(timeline.elapsed()).isBetween(ofMinutes(2), ofSeconds(123));
  }

  @Test
  void bearsWithAManagerThatRestarts() throws InterruptedException {
    web.task(1);
    in(ofSeconds(1), () -> engine.fail(away));
    in(ofSeconds(25), engine::recover);

    assertThat(await(web)).isEqualTo(new WaitResult.Succeeded());
  }

  @Test
  void bearsWithOneOutageAfterTheOther() throws InterruptedException {
    TaskSketch slow = web.task(1).is(TaskState.PREPARING);
    in(ofSeconds(1), () -> engine.fail(away));
    in(ofSeconds(36), engine::recover);
    in(ofSeconds(46), () -> engine.fail(away));
    in(ofSeconds(81), engine::recover);
    in(ofSeconds(85), () -> slow.is(TaskState.RUNNING));

    assertThat(await(web)).isEqualTo(new WaitResult.Succeeded());
  }

  @Test
  void holdsNoOutageAgainstATaskThatHasNoNodeYet() throws InterruptedException {
    TaskSketch task = web.task(1).unplaced("no suitable node (insufficient resources on 3 nodes)");
    in(ofSeconds(1), () -> engine.fail(away));
    in(ofSeconds(25), engine::recover);
    in(ofSeconds(30), () -> task.on("n1").is(TaskState.RUNNING).says(""));

    assertThat(await(web)).isEqualTo(new WaitResult.Succeeded());
  }

  @Test
  void holdsAnAnswerThatTookLongAgainstNoTask() throws InterruptedException {
    TaskSketch task = web.task(1).is(TaskState.STARTING);
    in(ofSeconds(1), () -> afterAnElection(() -> task.unplaced("no suitable node")));
    in(ofSeconds(22), () -> task.on("n1").is(TaskState.RUNNING).says(""));

    assertThat(await(web)).isEqualTo(new WaitResult.Succeeded());
  }

  @Test
  void countsAnAnswerThatTookLongForNoTask() throws InterruptedException {
    TaskSketch task = web.task(1).is(TaskState.STARTING);
    in(ofSeconds(1), () -> afterAnElection(() -> task.is(TaskState.RUNNING)));

    assertThat(await(web)).isEqualTo(new WaitResult.Succeeded());

    assertThat(timeline.elapsed()).isGreaterThanOrEqualTo(ofSeconds(22));
  }

  @Test
  void failsInTimeThoughEachAnswerTakesLong() throws InterruptedException {
    web.task(1).unplaced("no suitable node");
    engine.meanwhile(() -> timeline.advance(ofSeconds(2)));

    assertThat(await(web)).isInstanceOf(WaitResult.Failed.class);

    assertThat(timeline.elapsed()).isLessThan(ofSeconds(40));
  }

  @Test
  void givesUpOnAnEngineThatStaysAway() {
    web.task(1).is(TaskState.STARTING);
    in(ofSeconds(1), () -> engine.fail(away));

    assertThatThrownBy(() -> await(web)).isSameAs(away);

    assertThat(timeline.elapsed()).isBetween(ofSeconds(45), ofSeconds(49));
  }

  @Test
  void saysThatTheEngineWasAwayWhenTimeIsUpMeanwhile() throws InterruptedException {
    engine.fail(away);

    WaitResult result = await(Deadline.in(ofSeconds(10), timeline), new ServiceSketch[] {web});

    assertThat(result.reasons())
        .containsExactly(
            Reason.ofService(
                "web",
                "time is up, and the Engine does not answer (no Engine at tcp://10.0.0.10:2375)"));
  }

  @Test
  void stopsAtOnceWhenACallIsInterrupted() {
    EngineInterruptedException interrupted =
        new EngineInterruptedException("interrupted", new InterruptedException());
    engine.fail(interrupted);

    assertThatThrownBy(() -> await(web)).isSameAs(interrupted);

    assertThat(timeline.elapsed()).isZero();
  }

  @Test
  void needsTheSameFewCallsForManyServices() throws InterruptedException {
    ServiceSketch[] many =
        Stream.of("a", "b", "c", "d", "e").map(swarm::service).toArray(ServiceSketch[]::new);
    Stream.of(many).forEach(service -> service.replicas(0));

    await(many);

    assertThat(engine.calls()).isEqualTo(3);
  }

  @Test
  void tellsOnlyWhatHasChanged() throws InterruptedException {
    web.task(1).failed(1);
    TaskSketch task = web.task(1).is(TaskState.STARTING);
    in(ofSeconds(10), () -> task.is(TaskState.RUNNING));

    await(web);

    assertThat(events.stream().map(ConvergenceWaitTest::text))
        .containsExactly(
            "web.1 STARTING",
            "web Progressing[done=0, wanted=1]",
            "web.1 RUNNING",
            "web Settling[done=1, wanted=1]",
            "web Converged[wanted=1]");
  }

  private static String text(WaitEvent event) {
    if (event instanceof WaitEvent.TaskMoved moved) {
      return moved.taskName() + " " + moved.task().state();
    }
    WaitEvent.ServiceMoved moved = (WaitEvent.ServiceMoved) event;
    return moved.service() + " " + moved.convergence().toString().replaceFirst(", until=.*", "]");
  }

  /** The next answer takes long, and then this has happened. */
  private void afterAnElection(Runnable change) {
    engine.meanwhile(
        () -> {
          engine.meanwhile(() -> {});
          timeline.advance(ofSeconds(16));
          change.run();
        });
  }

  private void in(Duration time, Runnable change) {
    timeline.schedule(timeline.instant().plus(time), change);
  }

  private WaitResult await(ServiceSketch... services) throws InterruptedException {
    return await(Deadline.in(ofMinutes(5), timeline), services);
  }

  private WaitResult await(Deadline deadline, ServiceSketch[] services)
      throws InterruptedException {
    return new ConvergenceWait(engine, (TailsOnly) this::log, timeline, events::add)
        .await(
            WaitScope.ofStack("shop"),
            Stream.of(services).map(ServiceSketch::target).toList(),
            deadline,
            WaitLimits.DEFAULT);
  }

  private List<String> log(ResourceId task, int lines) {
    logsRead.add(task);
    return List.of("last words of " + task);
  }
}
