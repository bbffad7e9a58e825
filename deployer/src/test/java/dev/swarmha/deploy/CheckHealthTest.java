package dev.swarmha.deploy;

import static dev.swarmha.deploy.StackBuilder.stack;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.deploy.event.ProgressSink;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.plan.HealthTarget;
import dev.swarmha.deploy.plan.HealthTarget.Expectation;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.testkit.InMemorySwarm;
import dev.swarmha.wait.Reason;
import dev.swarmha.wait.probe.CheckSummary;
import dev.swarmha.wait.probe.HealthCheck;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CheckHealthTest {

  private static final String URL = "http://elsewhere.test/health";

  private final InMemorySwarm swarm = InMemorySwarm.withNodes("n1", "n2");
  private final World world =
      new World(swarm.connection(), swarm.prober(), swarm.timeline(), ProgressSink.NONE);

  @Test
  void asksWhatTheStackDeclaresWhereItsTasksRun() {
    deploy(web(2).health(port()));
    swarm.endpoint(address("n2")).answers(503);

    Outcome outcome = new CheckHealth(world).run("shop", List.of(), ofSeconds(10));

    assertThat(outcome).isInstanceOf(Outcome.TimedOut.class);
    assertThat(outcome.summary()).isEqualTo("1 of 2 addresses not healthy in time");
    assertThat(outcome.reasons()).extracting(Reason::service).containsExactly("shop_web");
    assertThat(outcome.reasons()).extracting(Reason::node).containsExactly(Optional.of("n2"));
  }

  @Test
  void asksMoreOftenThanTheDeclarationHasTries() {
    deploy(web(1).health(port()));
    swarm.endpoint(address("n1")).answersAfter(ofSeconds(30));
    swarm.endpoint(address("n2")).answersAfter(ofSeconds(30));

    Outcome outcome = new CheckHealth(world).run("shop", List.of(), ofSeconds(60));

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(outcome.health().get(0).failures()).isGreaterThan(3);
  }

  @Test
  void asksNamedAddressesBesideThose() {
    deploy(web(1).health(port()));
    swarm.endpoint(URL).answers(200);

    Outcome outcome = new CheckHealth(world).run("shop", List.of(named()), ofSeconds(10));

    assertThat(outcome.summary()).isEqualTo("2 addresses healthy");
    assertThat(outcome.health()).extracting(CheckSummary::address).startsWith(URL);
  }

  @Test
  void waitsForTasksToAsk() {
    deploy(
        stack("shop")
            .service(
                "web", "web:1", spec -> spec.hostPort(8080, 3000).constraint("node.hostname == n2"))
            .health(port()));
    swarm.node("n2").goesDown();
    swarm.advance(ofSeconds(30));

    Outcome outcome = new CheckHealth(world).run("shop", List.of(), ofSeconds(10));

    assertThat(outcome.summary()).isEqualTo("stack shop cannot be asked for its health");
    assertThat(outcome.reasons())
        .containsExactly(
            Reason.ofService("shop_web", "no task runs that could be asked at port 8080"));
  }

  @Test
  void refusesAStackThatDeclaresNothing() {
    deploy(web(1));

    assertThatThrownBy(() -> new CheckHealth(world).run("shop", List.of(), ofSeconds(10)))
        .isInstanceOf(NotFoundException.class)
        .hasMessage("stack shop declares no health checks; name addresses with --url");
  }

  @Test
  void refusesAStackOfWhichNothingIsKnown() {
    assertThatThrownBy(() -> new CheckHealth(world).run("shop", List.of(), ofSeconds(10)))
        .isInstanceOf(NotFoundException.class)
        .hasMessage(
            "swarmha has deployed no stack shop, so what it declares is not known; name addresses"
                + " with --url");
  }

  private void deploy(StackBuilder file) {
    List.of("n1", "n2").forEach(node -> swarm.endpoint(address(node)).answers(200));
    new DeployStack(world).run(Requests.of(file.build()).build());
  }

  private static StackBuilder web(int replicas) {
    return stack("shop")
        .service("web", "web:1", spec -> spec.replicas(replicas).hostPort(8080, 3000));
  }

  private static HealthTarget port() {
    Expectation usual = Expectation.DEFAULT;
    return new HealthTarget.ServicePort(
        "shop_web",
        8080,
        Optional.of("/health"),
        false,
        new Expectation(
            usual.status(),
            usual.contains(),
            usual.authority(),
            usual.passes(),
            3,
            usual.interval(),
            usual.timeout()));
  }

  private static HealthCheck named() {
    return Expectation.DEFAULT.at(URI.create(URL));
  }

  private String address(String node) {
    return DeployScene.portOn(node, swarm);
  }
}
