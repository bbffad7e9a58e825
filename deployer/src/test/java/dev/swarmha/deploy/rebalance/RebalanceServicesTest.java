package dev.swarmha.deploy.rebalance;

import static dev.swarmha.deploy.StackBuilder.stack;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.DeployRequest;
import dev.swarmha.deploy.DeployRequest.Patience;
import dev.swarmha.deploy.DeployStack;
import dev.swarmha.deploy.StackBuilder;
import dev.swarmha.deploy.World;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.engine.testkit.InMemorySwarm;
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

    assertThat(outcome.summary()).isEqualTo("nothing to rebalance");
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

    assertThat(outcome.summary()).isEqualTo("nothing to rebalance");
    assertThat(notes())
        .contains("shop_db is left alone: its tasks hold data on their nodes, in shop_data");
  }

  @Test
  void doesNotCountNodesThatAServiceMayNotUse() {
    deploy(
        stack("shop")
            .service("web", "web:1", spec -> spec.replicas(4).constraint("node.hostname != n3")));

    Outcome outcome = rebalance(false);

    assertThat(outcome.summary()).isEqualTo("nothing to rebalance");
    assertThat(notes()).contains("shop_web is left alone: balanced already: n1 2, n2 2");
  }

  @Test
  void changesNothingInADryRun() {
    unevenly(stack("shop").service("web", "web:1", spec -> spec.replicas(6)));
    swarm.calls().clear();

    Outcome outcome = rebalance(true);

    assertThat(outcome.summary()).isEqualTo("1 service would be spread anew");
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
    return new RebalanceServices(world).run(List.of(), Patience.DEFAULT, dryRun);
  }

  private List<String> notes() {
    return events.stream()
        .filter(event -> event instanceof ProgressEvent.Noted)
        .map(event -> ((ProgressEvent.Noted) event).message())
        .toList();
  }
}
