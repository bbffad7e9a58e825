package dev.swarmha.wait;

import static dev.swarmha.engine.testkit.ServiceSpecBuilder.service;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.TaskQuery;
import dev.swarmha.engine.UpdateStatus.UpdateState;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.testkit.InMemorySwarm;
import dev.swarmha.engine.testkit.ServiceSpecBuilder;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.wait.event.WaitListener;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whole rollouts on a swarm that behaves like a real one. */
class RolloutScenarioTest {

  private final InMemorySwarm swarm = InMemorySwarm.withNodes("n1", "n2", "n3");
  private final EngineConnection connection = swarm.connection();

  @Test
  void waitsUntilANewServiceHasStayedUp() throws InterruptedException {
    create(service("web", "web:1").replicas(3));

    assertThat(await("web")).isEqualTo(new WaitResult.Succeeded());

    assertThat(swarm.service("web").running()).isEqualTo(3);
    assertThat(swarm.timeline().elapsed()).isBetween(ofSeconds(5), ofSeconds(10));
  }

  @Test
  void waitsForAnUpdateUntilTheEngineCallsItComplete() throws InterruptedException {
    settled(service("web", "web:1").replicas(3).update("rollback", ofSeconds(20)));

    update("web", "web:2");

    assertThat(await("web")).isEqualTo(new WaitResult.Succeeded());
    assertThat(swarm.service("web").updateState()).contains(UpdateState.COMPLETED);
    assertThat(swarm.service("web").runningImages()).containsExactly("web:2");
  }

  @Test
  void failsWithTheEnginesWordsWhenItRollsBackAnUnhealthyUpdate() throws InterruptedException {
    settled(service("web", "web:1").replicas(2).update("rollback", ofSeconds(5)));
    swarm.image("web:2").neverHealthy().logs("cannot reach the database");

    update("web", "web:2");
    WaitResult result = await("web");

    assertThat(result).isInstanceOf(WaitResult.Failed.class);
    Reason reason = result.reasons().get(0);
    assertThat(reason.service()).isEqualTo("web");
    assertThat(reason.task().map(Reason.FailedTask::name).orElseThrow()).startsWith("web.");
    assertThat(reason.node().orElseThrow()).isIn("n1", "n2", "n3");
    assertThat(reason.message())
        .contains("update rolled back due to failure or early termination of task")
        .contains("unhealthy container");
    assertThat(reason.logTail()).containsExactly("cannot reach the database");
  }

  @Test
  void takesTheWayBackForSuccessWhenItIsWhatWasAskedFor() throws InterruptedException {
    settled(service("web", "web:1").replicas(2).update("rollback", ofSeconds(5)));
    swarm.image("web:2").neverHealthy();
    Mapping before = swarm.service("web").spec();

    update("web", "web:2");
    await("web");
    WaitResult result = await(target("web", before));

    assertThat(result).isEqualTo(new WaitResult.Succeeded());
    assertThat(swarm.service("web").runningImages()).containsExactly("web:1");
  }

  @Test
  void failsWhenTheEnginePausesTheUpdate() throws InterruptedException {
    settled(service("web", "web:1").replicas(2).update("pause", ofSeconds(5)));
    swarm.image("web:2").crashesAtOnce(3);

    update("web", "web:2");

    assertThat(await("web").reasons().get(0).message())
        .startsWith("update paused due to failure or early termination of task ")
        .endsWith(": task: non-zero exit (3)");
  }

  @Test
  void callsAMissingImageSoon() throws InterruptedException {
    swarm.image("web:9").missing();
    create(service("web", "web:9"));

    assertThat(await("web").reasons().get(0).message()).contains("No such image: web:9");
    assertThat(swarm.timeline().elapsed()).isLessThan(ofSeconds(15));
  }

  @Test
  void callsACrashLoopLongBeforeTimeIsUp() throws InterruptedException {
    swarm.image("web:1").crashesAtOnce(7);
    create(service("web", "web:1"));

    assertThat(await("web").reasons().get(0).message())
        .isEqualTo("task: non-zero exit (7), 3 times in a row");
    assertThat(swarm.timeline().elapsed()).isLessThan(ofSeconds(30));
  }

  @Test
  void isNotDeceivedByTasksThatRunForAMomentOnly() throws InterruptedException {
    swarm.image("web:1").crashesAfter(ofSeconds(4));
    create(service("web", "web:1"));

    assertThat(await("web")).isInstanceOf(WaitResult.Failed.class);
    assertThat(swarm.timeline().elapsed()).isLessThan(ofMinutes(1));
  }

  @Test
  void bearsWithCrashesUntilTheDatabaseIsUp() throws InterruptedException {
    swarm.image("db:1").becomesHealthyAfter(ofSeconds(25));
    swarm.image("api:1").crashesAtOnce(1);
    create(service("db", "db:1"));
    create(service("api", "api:1"));
    in(ofSeconds(25), () -> swarm.image("api:1").healthy());

    assertThat(await("api", "db")).isEqualTo(new WaitResult.Succeeded());
  }

  @Test
  void failsWhenTheAttemptsAreUsedUp() throws InterruptedException {
    swarm.image("web:1").crashesAtOnce(1);
    create(service("web", "web:1").restart("on-failure", ofSeconds(1), 1));

    assertThat(await("web").reasons().get(0).message())
        .isEqualTo("task: non-zero exit (1); no other task has come for it");
  }

  @Test
  void saysWhichConstraintsNoNodeSatisfies() throws InterruptedException {
    create(service("web", "web:1").constraint("node.labels.disk == ssd"));

    assertThat(await("web").reasons().get(0).message())
        .isEqualTo("no suitable node (scheduling constraints not satisfied on 3 nodes)");
    assertThat(swarm.timeline().elapsed()).isBetween(ofSeconds(10), ofSeconds(14));
  }

  @Test
  void waitsForTheReplacementsOfALostNode() throws InterruptedException {
    settled(service("web", "web:1").replicas(3));
    swarm.node("n2").goesDown();
    swarm.advance(ofSeconds(16));

    assertThat(await("web")).isEqualTo(new WaitResult.Succeeded());
    assertThat(swarm.service("web").runningByNode()).doesNotContainKey("n2");
  }

  @Test
  void leavesDrainedNodesOutOfAGlobalService() throws InterruptedException {
    availability("n3", "drain");
    create(service("agent", "web:1").global());

    assertThat(await("agent")).isEqualTo(new WaitResult.Succeeded());
    assertThat(swarm.service("agent").runningByNode()).containsOnlyKeys("n1", "n2");
  }

  @Test
  void convergesAtOnceWithoutReplicas() throws InterruptedException {
    create(service("web", "web:1").replicas(0));

    assertThat(await("web")).isEqualTo(new WaitResult.Succeeded());
    assertThat(swarm.timeline().elapsed()).isEqualTo(ZERO);
  }

  @Test
  void noticesThatSomebodyElseDeploys() throws InterruptedException {
    create(service("web", "web:1").replicas(3));
    in(ofSeconds(2), () -> update("web", "web:2"));

    assertThat(await("web").reasons())
        .containsExactly(Reason.ofService("web", "somebody has given it another spec"));
  }

  @Test
  void bearsWithAManagerThatRestarts() throws InterruptedException {
    create(service("web", "web:1"));
    in(ofSeconds(1), () -> swarm.engineUnreachableFor(ofSeconds(20)));

    assertThat(await("web")).isEqualTo(new WaitResult.Succeeded());
  }

  @Test
  void waitsForRemovedTasksThatAreSlowToStop() throws InterruptedException {
    swarm.image("web:1").stopsAfter(ofSeconds(8));
    settled(service("web", "web:1").replicas(2));
    Resource web = swarm.service("web").resource();
    connection.swarm().remove(web);

    WaitResult result =
        new RemovalWait(connection.swarm(), swarm.timeline())
            .awaitServices(WaitScope.ofSwarm(), List.of(web), deadline());

    assertThat(result).isEqualTo(new WaitResult.Succeeded());
    assertThat(connection.swarm().tasks(TaskQuery.all()))
        .allMatch(task -> task.state().isTerminal());
  }

  private void create(ServiceSpecBuilder spec) {
    connection.swarm().create(ResourceKind.SERVICE, spec.build(), WriteOptions.NONE);
  }

  /** A service that was deployed some time ago. */
  private void settled(ServiceSpecBuilder spec) {
    create(spec);
    swarm.advance(ofSeconds(60));
  }

  private void update(String name, String image) {
    Resource observed = swarm.service(name).resource();
    connection
        .swarm()
        .update(observed, ServiceSpecBuilder.of(observed).image(image).build(), WriteOptions.NONE);
  }

  private void availability(String node, String availability) {
    Resource observed = swarm.find(ResourceKind.NODE, node).orElseThrow();
    Mapping spec = observed.spec().with("Availability", Document.text(availability));
    connection.swarm().update(observed, spec, WriteOptions.NONE);
  }

  private void in(Duration time, Runnable event) {
    swarm.timeline().schedule(swarm.timeline().instant().plus(time), event);
  }

  private Deadline deadline() {
    return Deadline.in(ofMinutes(5), swarm.timeline());
  }

  /** Waits for services to reach the specs that they have now. */
  private WaitResult await(String... services) throws InterruptedException {
    return await(
        Stream.of(services)
            .map(name -> target(name, swarm.service(name).spec()))
            .toArray(ServiceTarget[]::new));
  }

  private WaitResult await(ServiceTarget... targets) throws InterruptedException {
    return new ConvergenceWait(
            connection.swarm(), connection.logs(), swarm.timeline(), WaitListener.NONE)
        .await(WaitScope.ofSwarm(), List.of(targets), deadline(), WaitLimits.DEFAULT);
  }

  private ServiceTarget target(String service, Mapping spec) {
    return new ServiceTarget(
        service, swarm.service(service).resource().id(), spec::equals, ofSeconds(5));
  }
}
