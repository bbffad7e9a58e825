package dev.swarmha.deploy.explain;

import static dev.swarmha.engine.testkit.ServiceSpecBuilder.service;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.deploy.placement.NodeFit;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Container.HealthCheckRun;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.Node.Availability;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.testkit.InMemorySwarm;
import dev.swarmha.engine.testkit.ServiceSpecBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ExplainTroubleTest {

  private static final String START_FIRST = "start-first";

  private final InMemorySwarm swarm =
      InMemorySwarm.builder()
          .manager("n1")
          .worker("n2", machine -> machine.label("database", "replica"))
          .worker("n3", machine -> machine.availability(Availability.DRAIN))
          .build();

  @Test
  void saysThatAServiceIsWell() {
    run(service("web", "web:1").replicas(2), ofSeconds(20));

    Explanation explanation = explain("web");

    assertThat(explanation.well()).isTrue();
    assertThat(explanation.summary()).isEqualTo("well, 2 of 2 tasks run");
    assertThat(explanation.troubles()).isEmpty();
    assertThat(explain("web.2").well()).isTrue();
    assertThat(explain("web.2").summary()).isEqualTo("running on n2");
  }

  @Test
  void tellsWhatEachNodeLacksForATask() {
    run(service("db", "db:1").constraint("node.labels.database == primary"), ofSeconds(5));

    TaskTrouble trouble = only(explain("db"));

    assertThat(trouble.name()).isEqualTo("db.1");
    assertThat(trouble.ailment()).isEqualTo(Ailment.NO_SUITABLE_NODE);
    assertThat(trouble.task().status().error())
        .isEqualTo(
            "no suitable node (scheduling constraints not satisfied on 2 nodes; 1 node not"
                + " available for new tasks)");
    assertThat(trouble.nodes())
        .extracting(NodeFit::words)
        .containsExactly(
            "label database is not set, wanted primary",
            "label database is replica, wanted primary",
            "its availability is drain; label database is not set, wanted primary");
    assertThat(trouble.advice()).startsWith("label a node");
    assertThat(trouble.logTail()).isEmpty();
  }

  @Test
  void namesTheTasksThatAreInTheWay() {
    run(service("web", "web:1").replicas(2).hostPort(8080, 80), ofSeconds(5));
    run(
        service("proxy", "proxy:1").hostPort(8080, 80).constraint("node.hostname != n3"),
        ofSeconds(5));

    assertThat(only(explain("proxy.1")).nodes())
        .extracting(NodeFit::words)
        .startsWith("port 8080/tcp is held by web.1", "port 8080/tcp is held by web.2");
  }

  @Test
  void seesThatAServiceIsInItsOwnWay() {
    ServiceSpecBuilder spec =
        service("web", "web:1")
            .global()
            .hostPort(80, 80)
            .update("pause", ofSeconds(2), START_FIRST);
    run(spec, ofSeconds(20));
    update("web", spec.image("web:2"));

    TaskTrouble trouble = only(explain("web"));

    assertThat(trouble.advice()).contains("order: stop-first");
    assertThat(trouble.nodes())
        .extracting(NodeFit::words)
        .hasSize(1)
        .first()
        .asString()
        .contains("80/tcp");
  }

  @Test
  void asksOnlyTheNodeOfAGlobalTask() {
    run(service("agent", "agent:1").global().reserve(5, 0), ofSeconds(5));

    Explanation explanation = explain("agent");

    assertThat(explanation.troubles().get(0).nodes())
        .extracting(NodeFit::words)
        .containsExactly("needs 5 CPUs, 4 of 4 is left");
    assertThat(explanation.troubles()).hasSize(1);
    assertThat(explanation.troubles().get(0).alike()).isEqualTo(1);
  }

  @Test
  void tellsWhyNoNodeTakesPartInAGlobalService() {
    run(service("agent", "agent:1").global().constraint("node.labels.disk == ssd"), ofSeconds(5));

    Explanation explanation = explain("agent");

    assertThat(explanation.well()).isFalse();
    assertThat(explanation.summary()).isEqualTo("no node takes part");
    assertThat(explanation.nodes())
        .extracting(NodeFit::words)
        .contains("label disk is not set, wanted ssd");
  }

  @Test
  void tellsTheWholeErrorAndTheEndOfTheLogOfACrash() {
    swarm.image("web:1").crashesAtOnce(3).logs("starting", "cannot open /data");
    run(service("web", "web:1").replicas(2), ofSeconds(20));

    TaskTrouble trouble = only(explain("web"));

    assertThat(trouble.ailment()).isEqualTo(Ailment.CRASHED);
    assertThat(trouble.task().status().exitCode()).contains(3);
    assertThat(trouble.times()).isGreaterThan(1);
    assertThat(trouble.alike()).isEqualTo(1);
    assertThat(trouble.logTail()).containsExactly("starting", "cannot open /data");
    assertThat(trouble.advice()).startsWith("its log should tell why the process ends; ");
  }

  @Test
  void callsACrashLoopByItsNameEvenWhileItIsUp() {
    swarm.image("web:1").crashesAfter(ofSeconds(8));
    run(service("web", "web:1"), ofSeconds(30));
    while (swarm.service("web").running() == 0) {
      swarm.advance(ofSeconds(1));
    }

    assertThat(only(explain("web")).ailment()).isEqualTo(Ailment.CRASHED);
  }

  @Test
  void forgivesACrashThatIsLongPast() {
    swarm.image("web:1").crashesAtOnce(1);
    run(service("web", "web:1"), ofSeconds(8));
    swarm.image("web:1").healthy();
    swarm.advance(ofMinutes(2));

    assertThat(explain("web").well()).isTrue();
  }

  @Test
  void tellsWhatTheHealthcheckWroteOnTheEngineThatItAsks() {
    swarm.image("web:1").neverHealthy().healthcheckSays("HTTP 503", "HTTP 503");
    run(service("near", "web:1").constraint("node.hostname == n1"), ofSeconds(20));
    run(service("far", "web:1").constraint("node.hostname == n2"), ofSeconds(20));

    TaskTrouble near = only(explain("near"));
    TaskTrouble far = only(explain("far"));

    assertThat(near.ailment()).isEqualTo(Ailment.UNHEALTHY);
    assertThat(near.healthChecks()).contains(new HealthCheckRun(1, "HTTP 503"));
    assertThat(near.elsewhere()).isEmpty();
    assertThat(far.healthChecks()).isEmpty();
    assertThat(far.elsewhere().orElseThrow())
        .startsWith("what its healthcheck wrote is known to the Engine of n2 alone; there: docker");
  }

  @Test
  void knowsThatMemoryRanOutWhereTheEngineSaysSo() {
    swarm.image("web:1").runsOutOfMemoryAfter(ofSeconds(1));
    run(service("near", "web:1").constraint("node.hostname == n1"), ofSeconds(20));
    run(service("far", "web:1").constraint("node.hostname == n2"), ofSeconds(20));

    TaskTrouble near = only(explain("near"));
    TaskTrouble far = only(explain("far"));

    assertThat(near.ailment()).isEqualTo(Ailment.OUT_OF_MEMORY);
    assertThat(near.outOfMemory()).isTrue();
    assertThat(far.ailment()).isEqualTo(Ailment.KILLED);
    assertThat(far.task().status().exitCode()).contains(137);
    assertThat(far.elsewhere().orElseThrow())
        .startsWith("whether it was killed for want of memory");
  }

  @Test
  void knowsAnImageThatIsNowhere() {
    swarm.image("web:9").missing();
    run(service("web", "web:9"), ofSeconds(10));

    TaskTrouble trouble = only(explain("web"));

    assertThat(trouble.ailment()).isEqualTo(Ailment.IMAGE_NOT_FOUND);
    assertThat(trouble.task().state()).isEqualTo(TaskState.REJECTED);
  }

  @Test
  void knowsAProcessThatEndsAlthoughItShouldGoOn() {
    swarm.image("web:1").completesAfter(ofSeconds(1));
    run(service("web", "web:1"), ofSeconds(20));

    assertThat(only(explain("web")).ailment()).isEqualTo(Ailment.ENDED);
  }

  @Test
  void knowsAJobThatFails() {
    swarm.image("job:1").crashesAfter(ofSeconds(1));
    run(
        service("job", "job:1")
            .with(DocumentPath.of("Mode"), Mapping.of("ReplicatedJob", Mapping.empty()))
            .restart("none", ofSeconds(1), 0),
        ofSeconds(20));

    assertThat(only(explain("job")).ailment()).isEqualTo(Ailment.JOB_FAILED);
  }

  @Test
  void tellsTheEnginesWordsOnAStoppedRollout() {
    run(service("web", "web:1").update("pause", ofSeconds(2)), ofSeconds(20));
    swarm.image("web:2").crashesAtOnce(1);
    update("web", service("web", "web:2").update("pause", ofSeconds(2)));

    Explanation explanation = explain("web");

    assertThat(explanation.rollout()).startsWith("update paused due to failure");
    assertThat(explanation.well()).isFalse();
  }

  @Test
  void knowsANodeThatIsLost() {
    run(service("agent", "agent:1").constraint("node.hostname == n2"), ofSeconds(20));
    swarm.node("n2").goesDown();
    swarm.advance(ofMinutes(1));

    assertThat(only(explain("agent")).nodes()).extracting(NodeFit::words).contains("it is down");
  }

  @Test
  void takesNamesAndIdsAndBeginningsOfIds() {
    run(service("web", "web:1"), ofSeconds(20));
    String service = swarm.find(ResourceKind.SERVICE, "web").orElseThrow().id().value();
    String task = swarm.service("web").tasks().get(0).id().value();

    assertThat(explain(service).task()).isEmpty();
    assertThat(explain(task).task()).contains("web.1");
    assertThat(explain("web.1").task()).contains("web.1");
    assertThat(explain(task.substring(0, task.length() - 1)).task()).contains("web.1");
    assertThatThrownBy(() -> explain("nosuch"))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("services: web");
  }

  @Test
  void tellsAStackAndASlipOfTheFingerFromAService() {
    run(service("shop_web", "web:1").stack("shop"), ofSeconds(20));

    assertThatThrownBy(() -> explain("shop"))
        .hasMessage("\"shop\" is a stack, and a service is to be named; its services: shop_web");
    assertThatThrownBy(() -> explain("shop_wbe"))
        .hasMessageEndingWith("; did you mean \"shop_web\"?");
  }

  @Test
  void refusesABeginningThatSeveralIdsShare() {
    run(service("web", "web:1").replicas(2), ofSeconds(20));
    String one = swarm.service("web").tasks().get(0).id().value();
    String other = swarm.service("web").tasks().get(1).id().value();
    int shared = 0;
    while (one.charAt(shared) == other.charAt(shared)) {
      shared++;
    }
    String prefix = one.substring(0, shared);

    if (prefix.isEmpty()) {
      assertThatThrownBy(() -> explain(prefix)).isInstanceOf(NotFoundException.class);
    } else {
      assertThatThrownBy(() -> explain(prefix))
          .isInstanceOf(EngineRefusedException.class)
          .hasMessageContaining("use a longer one");
    }
  }

  private static TaskTrouble only(Explanation explanation) {
    assertThat(explanation.well()).isFalse();
    assertThat(explanation.troubles()).hasSize(1);
    return explanation.troubles().get(0);
  }

  private Explanation explain(String name) {
    return new ExplainTrouble(swarm.connection(), swarm.timeline()).run(name);
  }

  private void update(String name, ServiceSpecBuilder spec) {
    swarm
        .connection()
        .swarm()
        .update(
            swarm.find(ResourceKind.SERVICE, name).orElseThrow(), spec.build(), WriteOptions.NONE);
    swarm.advance(ofSeconds(10));
  }

  private void run(ServiceSpecBuilder spec, Duration time) {
    swarm.connection().swarm().create(ResourceKind.SERVICE, spec.build(), WriteOptions.NONE);
    swarm.advance(time);
  }
}
