package dev.swarmha.wait;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.engine.EngineUnreachableException;
import dev.swarmha.engine.Node.NodeState;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.testkit.VirtualTimeline;
import dev.swarmha.engine.time.Deadline;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemovalWaitTest {

  private final VirtualTimeline timeline = new VirtualTimeline();
  private final SwarmSketch swarm = new SwarmSketch();
  private final ServiceSketch web = swarm.service("web");
  private final Resource removed = web.resource();
  private final ScriptedSwarm engine = new ScriptedSwarm(swarm);

  @Test
  void waitsUntilTheLastTaskHasStopped() throws InterruptedException {
    TaskSketch task = web.task(1).stopping();
    swarm.remove("web");
    timeline.schedule(timeline.instant().plus(ofSeconds(9)), () -> task.is(TaskState.SHUTDOWN));

    assertThat(awaitStack()).isEqualTo(new WaitResult.Succeeded());

    assertThat(timeline.elapsed()).isBetween(ofSeconds(9), ofSeconds(11));
  }

  @Test
  void waitsUntilTheServiceIsGoneEvenWithoutTasks() throws InterruptedException {
    timeline.schedule(timeline.instant().plus(ofSeconds(3)), () -> swarm.remove("web"));

    assertThat(awaitStack()).isEqualTo(new WaitResult.Succeeded());

    assertThat(timeline.elapsed()).isGreaterThanOrEqualTo(ofSeconds(3));
  }

  @Test
  void waitsUntilTheEngineNoLongerListsTheNetworks() throws InterruptedException {
    swarm.remove("web");
    swarm.network("shop_inner");
    timeline.schedule(
        timeline.instant().plus(ofSeconds(4)), () -> swarm.removeNetwork("shop_inner"));

    assertThat(awaitStack()).isEqualTo(new WaitResult.Succeeded());

    assertThat(timeline.elapsed()).isGreaterThanOrEqualTo(ofSeconds(4));
  }

  @Test
  void namesTheNetworksThatDoNotGo() throws InterruptedException {
    swarm.remove("web");
    swarm.network("shop_inner");

    assertThat(awaitStack().reasons())
        .containsExactly(Reason.ofService("shop_inner", "the network is still there"));
  }

  @Test
  void namesWhatIsLeftWhenTimeIsUp() throws InterruptedException {
    web.task(2).stopping();
    swarm.remove("web");

    WaitResult result = awaitStack();

    assertThat(result).isInstanceOf(WaitResult.TimedOut.class);
    assertThat(result.reasons())
        .singleElement()
        .satisfies(
            reason -> {
              assertThat(reason.task().map(Reason.FailedTask::name)).contains("web.2");
              assertThat(reason.node()).contains("n2");
              assertThat(reason.message()).isEqualTo("has not stopped yet: running");
            });
  }

  @Test
  void doesNotWaitForWhatALostNodeStillRuns() throws InterruptedException {
    web.task(2).stopping();
    swarm.remove("web");
    swarm.node("n2", NodeState.DOWN);

    assertThat(awaitStack()).isEqualTo(new WaitResult.Succeeded());
  }

  @Test
  void letsOtherServicesOfTheStackStay() throws InterruptedException {
    swarm.service("api").task(1);
    swarm.network("shop_inner");
    swarm.remove("web");

    WaitResult result =
        new RemovalWait(engine, timeline)
            .awaitServices(WaitScope.ofStack("shop"), List.of(removed), deadline());

    assertThat(result).isEqualTo(new WaitResult.Succeeded());
  }

  @Test
  void doesNotTakeAnEngineThatIsAwayForAnEmptySwarm() throws InterruptedException {
    engine.fail(new EngineUnreachableException("no Engine at tcp://10.0.0.10:2375", null));

    assertThat(awaitStack().reasons())
        .containsExactly(
            Reason.ofService(
                "shop",
                "time is up, and the Engine does not answer (no Engine at tcp://10.0.0.10:2375)"));
  }

  private WaitResult awaitStack() throws InterruptedException {
    return new RemovalWait(engine, timeline).awaitStack("shop", List.of(removed), deadline());
  }

  private Deadline deadline() {
    return Deadline.in(ofSeconds(20), timeline);
  }
}
