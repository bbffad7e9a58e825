package dev.swarmha.engine.testkit;

import static dev.swarmha.engine.testkit.ServiceSpecBuilder.service;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskState;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestartTest {

  private final Fixture swarm = Fixture.withNodes("n1", "n2");

  @Test
  void startsAnotherTaskAfterTheDelay() {
    ServiceView web = swarm.start(service("web", "web:1").restart("any", ofSeconds(10), 0));

    web.crash(1, 7);
    swarm.swarm().advance(ofSeconds(9));
    assertThat(web.running()).isZero();
    swarm.swarm().advance(ofSeconds(3));

    assertThat(web.running()).isEqualTo(1);
    assertThat(swarm.errors(web)).containsExactly("task: non-zero exit (7)");
  }

  @Test
  void leavesACompletedTaskAloneWhenOnlyFailuresCount() {
    swarm.swarm().image("once:1").completesAfter(ofSeconds(3));

    ServiceView once =
        swarm.start(service("once", "once:1").restart("on-failure", ofSeconds(1), 0));
    swarm.swarm().advance(ofSeconds(60));

    assertThat(once.tasks()).extracting(Task::state).containsExactly(TaskState.COMPLETE);
  }

  @Test
  void keepsFiveTasksOfEachSlot() {
    swarm.swarm().image("web:1").crashesAtOnce(1);

    ServiceView web =
        swarm.start(service("web", "web:1").replicas(2).restart("any", ofSeconds(1), 0));
    swarm.swarm().advance(ofSeconds(60));

    assertThat(web.tasks()).hasSize(10);
  }

  @Test
  void findsTheContainersDeadOnAMachineThatWasOffForAMoment() {
    ServiceView agent =
        swarm.start(service("agent", "agent:1").global().restart("any", ofSeconds(1), 0));

    swarm.swarm().node("n2").goesDown();
    swarm.swarm().advance(ofSeconds(1));
    swarm.swarm().node("n2").comesBack();
    swarm.swarm().advance(ofSeconds(6));

    assertThat(agent.running()).isEqualTo(2);
    assertThat(swarm.errors(agent)).containsExactly("task: non-zero exit (255)");
  }

  @Test
  void writesWhatTheImageLogs() {
    swarm.swarm().image("web:1").logs("one", "two", "three").crashesAtOnce(1);
    ServiceView web = swarm.start(service("web", "web:1").restart("none", ofSeconds(1), 0));

    List<String> tail = swarm.swarm().connection().logs().tail(web.tasks().get(0).id(), 2);

    assertThat(tail).containsExactly("two", "three");
  }
}
