package dev.swarmha.deploy;

import static dev.swarmha.deploy.StackBuilder.stack;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.event.ProgressSink;
import dev.swarmha.deploy.plan.HealthTarget;
import dev.swarmha.deploy.plan.HealthTarget.Expectation;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.testkit.InMemorySwarm;
import dev.swarmha.wait.probe.PlacedCheck;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class HealthChecksTest {

  private final InMemorySwarm swarm = InMemorySwarm.withNodes("n1", "n2", "n3");

  @Test
  void asksEveryNodeThatRunsATaskWhereThePortIsTheNodes() {
    deploy(stack("shop").service("web", "web:1", spec -> spec.replicas(2).hostPort(80, 8080)));

    assertThat(
            addresses(
                new HealthTarget.ServicePort(
                    "shop_web", 80, path("/up"), false, Expectation.DEFAULT)))
        .containsExactlyInAnyOrderElementsOf(
            swarm.service("shop_web").runningByNode().keySet().stream()
                .map(node -> "http://" + address(node) + ":80/up")
                .toList())
        .hasSize(2);
  }

  @Test
  void asksOneNodeWhereTheRoutingMeshAnswersOnAll() {
    deploy(stack("shop").service("web", "web:1", spec -> spec.replicas(2)));

    assertThat(
            addresses(
                new HealthTarget.ServicePort(
                    "shop_web", 80, Optional.empty(), false, Expectation.DEFAULT)))
        .singleElement()
        .asString()
        .startsWith("tcp://")
        .endsWith(":80");
  }

  @Test
  void knowsWhereATaskMayStillCome() {
    StackBuilder nowhere =
        stack("shop")
            .service(
                "web", "web:1", spec -> spec.hostPort(80, 8080).constraint("node.labels.x == y"));
    run(Requests.of(nowhere.build()).detach());
    swarm.advance(Duration.ofSeconds(1));

    assertThat(
            checks(
                new HealthTarget.ServicePort(
                    "shop_web", 80, Optional.empty(), false, Expectation.DEFAULT)))
        .hasSize(3)
        .extracting(PlacedCheck::stage)
        .containsOnly(PlacedCheck.Stage.COMING);
  }

  private List<String> addresses(HealthTarget target) {
    return checks(target).stream().map(check -> check.check().probe().address()).toList();
  }

  private List<PlacedCheck> checks(HealthTarget target) {
    return new HealthChecks(List.of(), List.of(target)).at(snapshot());
  }

  private String address(String node) {
    return snapshot().nodes().stream()
        .filter(each -> each.hostname().equals(node))
        .map(Node::address)
        .findFirst()
        .orElseThrow();
  }

  private Snapshot snapshot() {
    return Snapshot.ofRollout(swarm.connection().swarm(), swarm.timeline(), "shop");
  }

  private static Optional<String> path(String path) {
    return Optional.of(path);
  }

  private void deploy(StackBuilder file) {
    run(Requests.of(file.build()));
  }

  private void run(Requests requests) {
    World world =
        new World(swarm.connection(), swarm.prober(), swarm.timeline(), ProgressSink.NONE);
    new DeployStack(world).run(requests.build());
  }
}
