package dev.swarmha.deploy;

import static dev.swarmha.deploy.StackBuilder.stack;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.plan.HealthTarget;
import dev.swarmha.deploy.plan.HealthTarget.Expectation;
import dev.swarmha.engine.testkit.InMemorySwarm;
import dev.swarmha.wait.Convergence;
import dev.swarmha.wait.Milestone;
import dev.swarmha.wait.Reason;
import dev.swarmha.wait.event.WaitEvent;
import dev.swarmha.wait.probe.CheckSummary;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Health checks that are asked all through a rollout. */
final class HealthRolloutTest {

  private static final String URL = "http://shop.test/health";

  private final InMemorySwarm swarm = InMemorySwarm.withNodes("n1", "n2");
  private final List<ProgressEvent> events = new ArrayList<>();
  private Runnable whenAllRuns = () -> {};

  @Test
  void holdsNothingAgainstAServiceThatIsNotUpYet() {
    swarm.image("web:1").becomesHealthyAfter(ofSeconds(40));
    swarm.endpoint(URL).servedBy("shop_web");
    onEveryNode();

    Outcome outcome = deploy(web("web:1", 2).health(url(3)).health(port(3)));

    assertThat(outcome).isInstanceOf(Outcome.Deployed.class);
    assertThat(outcome.health()).extracting(CheckSummary::passed).containsOnly(true);
  }

  @Test
  void goesBackWhenAServiceAnswersAndThenStops() {
    onEveryNode();
    deploy(web("web:1", 2).health(port(3)));
    String first = address("n1");
    whenAllRuns = () -> swarm.endpoint(first).answers(503);

    Outcome outcome = deploy(web("web:2", 2).health(port(3)));

    assertThat(outcome).isInstanceOf(Outcome.RolledBack.class);
    assertThat(outcome.reasons())
        .containsExactly(
            new Reason(
                "shop_web",
                Optional.empty(),
                Optional.of("n1"),
                first + ": HTTP 503, after 3 tries; it had answered before",
                List.of()));
    assertThat(swarm.service("shop_web").runningImages()).containsExactly("web:1");
  }

  @Test
  void goesBackWhenAnAddressAnswersAndThenStops() {
    swarm.endpoint(URL).answers(200);
    deploy(web("web:1", 1).health(url(3)));
    whenAllRuns =
        () -> swarm.timeline().schedule(in(ofSeconds(2)), () -> swarm.endpoint(URL).refuses());

    Outcome outcome = deploy(web("web:2", 1).health(url(3)));

    assertThat(outcome).isInstanceOf(Outcome.RolledBack.class);
    assertThat(outcome.reasons())
        .containsExactly(
            Reason.ofService(URL, "connection refused, after 3 tries; it had answered before"));
  }

  @Test
  void tellsWhatAnUpdateHasDroppedThoughItEndsWell() {
    swarm.endpoint(URL).servedBy("shop_web");
    deploy(web("web:1", 1).health(url(3)));

    Outcome outcome = deploy(web("web:2", 1).health(url(3)));

    assertThat(outcome).isInstanceOf(Outcome.Deployed.class);
    CheckSummary summary = outcome.health().get(0);
    assertThat(summary.dropped()).isPositive().isEqualTo(summary.failures());
    assertThat(summary.tries()).isGreaterThan(summary.failures());
    assertThat(summary.passed()).isTrue();
  }

  @Test
  void asksFromBeforeTheFirstChangeOnAndWhileServicesWaitForEachOther() {
    swarm.endpoint(URL).answers(200);
    swarm.image("db:2").becomesHealthyAfter(ofSeconds(20));
    deploy(web("web:1", 1).service("db", "db:1"));

    Outcome outcome =
        deploy(
            web("web:2", 1).service("db", "db:2").needs("web", "db", Milestone.UP).health(url(3)));

    assertThat(outcome).isInstanceOf(Outcome.Deployed.class);
    assertThat(outcome.health().get(0).tries()).isGreaterThan(100);
  }

  @Test
  void tellsTheNumbersOfEachNode() {
    onEveryNode();

    Outcome outcome = deploy(web("web:1", 2).health(port(3)));

    assertThat(outcome.health())
        .extracting(CheckSummary::address)
        .containsExactlyInAnyOrder(address("n1"), address("n2"));
  }

  @Test
  void followsTasksToTheNodesTheyMoveTo() {
    swarm.endpoint(address("n1")).servedBy("shop_web", "n1");
    swarm.endpoint(address("n2")).servedBy("shop_web", "n2");
    deploy(web("web:1", 1, "n1").health(port(3)));

    Outcome outcome = deploy(web("web:1", 1, "n2").health(port(3)));

    assertThat(outcome).isInstanceOf(Outcome.Deployed.class);
    assertThat(outcome.health())
        .extracting(CheckSummary::address)
        .containsExactly(address("n1"), address("n2"));
  }

  @Test
  void asksNobodyForADeployThatNobodyWaitsFor() {
    swarm.endpoint(URL).answers(200);

    Outcome outcome =
        new DeployStack(world())
            .run(Requests.of(web("web:1", 1).health(url(3)).build()).detach().build());

    assertThat(outcome.health()).isEmpty();
  }

  private StackBuilder web(String image, int replicas) {
    return stack("shop")
        .service("web", image, spec -> spec.replicas(replicas).hostPort(8080, 3000));
  }

  private StackBuilder web(String image, int replicas, String node) {
    return stack("shop")
        .service(
            "web",
            image,
            spec ->
                spec.replicas(replicas)
                    .hostPort(8080, 3000)
                    .constraint("node.hostname == " + node));
  }

  private static HealthTarget url(int retries) {
    return new HealthTarget.Address(expectation(retries).at(URI.create(URL)));
  }

  private static HealthTarget port(int retries) {
    return new HealthTarget.ServicePort(
        "shop_web", 8080, Optional.of("/health"), false, expectation(retries));
  }

  private static Expectation expectation(int retries) {
    Expectation usual = Expectation.DEFAULT;
    return new Expectation(
        usual.status(),
        usual.contains(),
        usual.authority(),
        usual.passes(),
        retries,
        ofMillis(200),
        usual.timeout());
  }

  /** Both nodes answer at the port as long as a task of the service runs on them. */
  private void onEveryNode() {
    List.of("n1", "n2").forEach(node -> swarm.endpoint(address(node)).servedBy("shop_web", node));
  }

  private String address(String node) {
    return DeployScene.portOn(node, swarm);
  }

  private Instant in(Duration time) {
    return swarm.timeline().instant().plus(time);
  }

  private Outcome deploy(StackBuilder file) {
    return new DeployStack(world()).run(Requests.of(file.build()).build());
  }

  private World world() {
    return new World(swarm.connection(), swarm.prober(), swarm.timeline(), this::hear);
  }

  private void hear(ProgressEvent event) {
    events.add(event);
    if (event instanceof ProgressEvent.Waiting waiting
        && waiting.event() instanceof WaitEvent.ServiceMoved moved
        && moved.convergence() instanceof Convergence.Settling) {
      whenAllRuns.run();
    }
  }
}
