package dev.swarmha.deploy.rebalance;

import static dev.swarmha.deploy.StackBuilder.stack;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.DeployRequest;
import dev.swarmha.deploy.DeployRequest.Patience;
import dev.swarmha.deploy.DeployStack;
import dev.swarmha.deploy.ExclusiveWork;
import dev.swarmha.deploy.StackBuilder;
import dev.swarmha.deploy.World;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.plan.SurgeMemory;
import dev.swarmha.deploy.rebalance.RebalanceRequest.Method;
import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.testkit.InMemorySwarm;
import dev.swarmha.engine.testkit.ServiceSpecBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RebalanceServicesTest {

  private final InMemorySwarm swarm = InMemorySwarm.withNodes("n1", "n2", "n3");
  private final List<ProgressEvent> events = new ArrayList<>();
  private final World world =
      new World(swarm.connection(), swarm.prober(), swarm.timeline(), events::add);

  @Test
  void spreadsAServiceOverANodeThatCameBackEmpty() {
    unevenly(stack("shop").service("web", "web:1", spec -> spec.replicas(6)));

    Outcome outcome = rebalance(false);

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(swarm.service("shop_web").runningByNode())
        .isEqualTo(Map.of("n1", 2, "n2", 2, "n3", 2));
    assertThat(notes()).contains("before: n1 3, n2 3, n3 0", "after: n1 2, n2 2, n3 2");
  }

  @Test
  void leavesAloneWhatWouldGainNothingAndSaysWhy() {
    deploy(
        stack("shop")
            .service("agent", "agent:1", spec -> spec.global())
            .service("single", "single:1")
            .service("even", "even:1", spec -> spec.replicas(4)));
    swarm.calls().clear();

    Outcome outcome = rebalance(false);

    assertThat(outcome.summary()).isEqualTo("nothing was moved");
    assertThat(notes())
        .containsExactly(
            "shop_agent is left alone: a global service has one task on every node anyway",
            "shop_even is left alone: balanced already: n1 2, n2 1, n3 1",
            "shop_single is left alone: a single task can only be interrupted, not spread");
    assertThat(swarm.calls().writes()).isEmpty();
  }

  @Test
  void neverMovesTasksThatHoldDataOnTheirNodes() {
    Mapping volume =
        Mapping.builder()
            .put("Type", "volume")
            .put("Source", "shop_data")
            .put("Target", "/data")
            .build();
    unevenly(
        stack("shop")
            .service(
                "db",
                "db:1",
                spec ->
                    spec.replicas(4)
                        .with(
                            DocumentPath.of("TaskTemplate", "ContainerSpec", "Mounts"),
                            Sequence.of(volume))));

    Outcome outcome = rebalance(false);

    assertThat(outcome.summary()).isEqualTo("nothing was moved");
    assertThat(notes())
        .contains("shop_db is left alone: its tasks keep data on their nodes, in volume shop_data");
  }

  @Test
  void doesNotCountNodesThatAServiceMayNotUse() {
    deploy(
        stack("shop")
            .service("web", "web:1", spec -> spec.replicas(4).constraint("node.hostname != n3")));

    Outcome outcome = rebalance(false);

    assertThat(outcome.summary()).isEqualTo("nothing was moved");
    assertThat(notes()).contains("shop_web is left alone: balanced already: n1 2, n2 2");
  }

  @Test
  void changesNothingInADryRun() {
    unevenly(stack("shop").service("web", "web:1", spec -> spec.replicas(6)));
    swarm.calls().clear();

    Outcome outcome = rebalance(true);

    assertThat(outcome.summary()).isEqualTo("1 service would be spread anew, by 6 restarts");
    assertThat(swarm.calls().writes()).isEmpty();
  }

  @Test
  void raisesTheCounterThatTheServiceHas() {
    unevenly(stack("shop").service("web", "web:1", spec -> spec.replicas(6).forceUpdate(7)));

    rebalance(false);

    assertThat(swarm.service("shop_web").spec().at("TaskTemplate", "ForceUpdate"))
        .contains(Document.number(8));
  }

  /** The spec is the same afterwards but for the counter, and all its tasks run. */
  @Test
  void failsWhereTheEngineHasGoneBack() {
    unevenly(
        stack("shop")
            .service("web", "web:1", spec -> spec.replicas(6).update("rollback", ofSeconds(30))));
    swarm.image("web:1").crashesAfter(ofSeconds(1));
    swarm
        .timeline()
        .schedule(swarm.timeline().instant().plusSeconds(6), () -> swarm.image("web:1").healthy());

    Outcome outcome = rebalance(false);

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.reasons()).first().asString().contains("the Engine has gone back");
  }

  @Test
  void movesTheFewestTasksAndRestartsNoneThatStays() {
    unevenly(stack("shop").service("web", "web:1", spec -> spec.replicas(6)));
    Mapping spec = swarm.service("shop_web").spec();
    List<String> before = running();

    Outcome outcome = surge();

    assertThat(outcome.summary()).isEqualTo("1 service spread anew, by 2 moves");
    assertThat(swarm.service("shop_web").runningByNode())
        .isEqualTo(Map.of("n1", 2, "n2", 2, "n3", 2));
    assertThat(running()).hasSize(6).filteredOn(before::contains).hasSize(4);
    assertThat(swarm.service("shop_web").spec()).isEqualTo(spec);
    assertThat(swarm.names(ResourceKind.CONFIG)).noneMatch(name -> name.endsWith(".lock"));
  }

  @Test
  void foretellsWhatEachNodeWillHave() {
    unevenly(stack("shop").service("web", "web:1", spec -> spec.replicas(7)));

    run(RebalanceRequest.of(List.of(), Method.SURGE, true));

    assertThat(notes())
        .containsExactly("before: n1 4, n2 3, n3 0", "forecast: n1 2-3, n2 2-3, n3 2");
  }

  @Test
  void movesNoMoreThanItMay() {
    unevenly(stack("shop").service("web", "web:1", spec -> spec.replicas(6)));

    run(new RebalanceRequest(List.of(), Method.SURGE, 1, false, Patience.DEFAULT, Duration.ZERO));

    assertThat(swarm.service("shop_web").runningByNode()).containsEntry("n3", 1);
    assertThat(swarm.service("shop_web").running()).isEqualTo(6);
  }

  @Test
  void leavesAloneWithForceWhatNeedsMoreMovesThanItMay() {
    unevenly(stack("shop").service("web", "web:1", spec -> spec.replicas(6)));

    run(new RebalanceRequest(List.of(), Method.FORCE, 5, false, Patience.DEFAULT, Duration.ZERO));

    assertThat(notes())
        .contains(
            "shop_web is left alone: it needs more moves than are left of --max-moves: n1 3,"
                + " n2 3, n3 0");
  }

  @Test
  void putsTheCountsBackWhereNewTasksDoNotComeUp() {
    unevenly(stack("shop").service("web", "web:1", spec -> spec.replicas(6)));
    Mapping spec = swarm.service("shop_web").spec();
    swarm.image("web:1").crashesAfter(ofSeconds(1));

    Outcome outcome = surge();

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.summary())
        .isEqualTo("shop_web not spread anew; replica counts are put back: shop_web");
    assertThat(swarm.service("shop_web").spec()).isEqualTo(spec);
  }

  @Test
  void putsTheCountsBackAtOnceWhenInterrupted() {
    unevenly(stack("shop").service("web", "web:1", spec -> spec.replicas(6)));
    Mapping spec = swarm.service("shop_web").spec();
    Thread user = Thread.currentThread();
    swarm.timeline().schedule(swarm.timeline().instant().plusMillis(1500), user::interrupt);

    Outcome outcome = surge();

    assertThat(outcome).isInstanceOf(Outcome.Interrupted.class);
    assertThat(outcome.summary()).isEqualTo("interrupted; replica counts are put back: shop_web");
    assertThat(swarm.service("shop_web").spec()).isEqualTo(spec);
  }

  @Test
  void putsBackWhatACommandLeftThatWasCutOff() {
    deploy(stack("shop").service("web", "web:1", spec -> spec.replicas(3)));
    Mapping spec = swarm.service("shop_web").spec();
    swarm
        .connection()
        .swarm()
        .update(
            swarm.service("shop_web").resource(), SurgeMemory.raised(spec, 2), WriteOptions.NONE);
    swarm.advance(ofSeconds(20));

    Outcome outcome = surge();

    assertThat(outcome.summary()).isEqualTo("nothing was moved");
    assertThat(notes())
        .contains("a command was cut off here; replica counts are put back: shop_web");
    assertThat(swarm.service("shop_web").spec()).isEqualTo(spec);
    assertThat(swarm.service("shop_web").running()).isEqualTo(3);
  }

  @Test
  void doesNotTouchAStackThatSomebodyElseHasLocked() {
    unevenly(stack("shop").service("web", "web:1", spec -> spec.replicas(6)));
    new ExclusiveWork(world, "shop")
        .run(
            "deploy",
            Duration.ZERO,
            held -> {
              assertThat(surge()).isInstanceOf(Outcome.Locked.class);
              return new Outcome.Done("done");
            });

    assertThat(swarm.service("shop_web").tasks()).hasSize(6);
  }

  @Test
  void leavesAloneWhatHoldsAnAnonymousVolumeOrABind() {
    unevenly(
        stack("shop")
            .service("cache", "web:1", spec -> mounting(spec.replicas(4), "volume", Map.of()))
            .service(
                "files",
                "web:1",
                spec -> mounting(spec.replicas(4), "bind", Map.of("Source", "/x")))
            .service("temp", "web:1", spec -> mounting(spec.replicas(4), "tmpfs", Map.of())));

    surge();

    assertThat(notes())
        .contains(
            "shop_cache is left alone: its tasks keep data on their nodes, in an anonymous volume"
                + " at /data",
            "shop_files is left alone: its tasks keep data on their nodes, in the directory /x")
        .noneMatch(note -> note.startsWith("shop_temp is left alone"));
  }

  @Test
  void leavesAloneWhatHasNoRoomOnTheEmptierNodes() {
    unevenly(stack("shop").service("web", "web:1", spec -> spec.replicas(4).maxReplicasPerNode(2)));
    DocumentPath availability = DocumentPath.of("Availability");
    Resource node = swarm.find(ResourceKind.NODE, "n3").orElseThrow();
    swarm
        .connection()
        .swarm()
        .update(node, node.spec().withAt(availability, Document.text("pause")), WriteOptions.NONE);

    surge();

    assertThat(notes()).contains("shop_web is left alone: balanced already: n1 2, n2 2");
  }

  private static ServiceSpecBuilder mounting(
      ServiceSpecBuilder spec, String type, Map<String, String> more) {
    Mapping.Builder mount = Mapping.builder().put("Type", type).put("Target", "/data");
    more.forEach(mount::put);
    return spec.with(
        DocumentPath.of("TaskTemplate", "ContainerSpec", "Mounts"), Sequence.of(mount.build()));
  }

  private List<String> running() {
    return swarm.service("shop_web").tasks().stream()
        .filter(Task::isRunning)
        .map(task -> task.id().value())
        .toList();
  }

  private Outcome surge() {
    return run(RebalanceRequest.of(List.of(), Method.SURGE, false));
  }

  private Outcome run(RebalanceRequest request) {
    return new RebalanceServices(world).run(request);
  }

  /** Deploys while one node is down, which then comes back empty. */
  private void unevenly(StackBuilder file) {
    swarm.node("n3").goesDown();
    swarm.advance(ofSeconds(60));
    deploy(file);
    swarm.node("n3").comesBack();
    swarm.advance(ofSeconds(60));
    events.clear();
  }

  private void deploy(StackBuilder file) {
    Outcome outcome = new DeployStack(world).run(DeployRequest.of(file.build()));
    assertThat(outcome).isInstanceOf(Outcome.Deployed.class);
    events.clear();
  }

  private Outcome rebalance(boolean dryRun) {
    return new RebalanceServices(world).run(RebalanceRequest.of(List.of(), Method.FORCE, dryRun));
  }

  private List<String> notes() {
    return events.stream()
        .filter(event -> event instanceof ProgressEvent.Noted)
        .map(event -> ((ProgressEvent.Noted) event).message())
        .toList();
  }
}
