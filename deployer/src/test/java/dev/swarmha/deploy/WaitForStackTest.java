package dev.swarmha.deploy;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.deploy.DeployRequest.Patience;
import dev.swarmha.deploy.event.ProgressSink;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.testkit.InMemorySwarm;
import dev.swarmha.engine.testkit.ServiceSpecBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WaitForStackTest {

  private static final Patience SHORT = new Patience(ofSeconds(20), ofSeconds(60), ofSeconds(5));

  private final InMemorySwarm swarm = InMemorySwarm.withNodes("n1", "n2");
  private final World world =
      new World(swarm.connection(), swarm.prober(), swarm.timeline(), ProgressSink.NONE);

  @Test
  void waitsForWhateverToolDeployedIt() {
    submit("shop_web", "web:1");
    submit("shop_api", "api:1");

    assertThat(wait("shop")).isEqualTo(new Outcome.Done("shop has converged"));
    assertThat(swarm.service("shop_web").running()).isEqualTo(1);
  }

  @Test
  void waitsForOneServiceOnly() {
    swarm.image("slow:1").becomesHealthyAfter(ofMinutes(5));
    submit("shop_web", "web:1");
    submit("shop_slow", "slow:1");

    assertThat(wait("shop_web")).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void runsOutOfTime() {
    swarm.image("slow:1").becomesHealthyAfter(ofMinutes(5));
    submit("shop_slow", "slow:1");

    Outcome outcome = wait("shop");

    assertThat(outcome).isInstanceOf(Outcome.TimedOut.class);
    assertThat(outcome.reasons().get(0).service()).isEqualTo("shop_slow");
  }

  /** Such as the task list of a service with a hundred thousand replicas. */
  @Test
  void runsOutOfTimeWhereTheEngineDoesNotEndItsAnswer() {
    submit("shop_web", "web:1");
    swarm.answersTake(ofMinutes(10));
    Instant begun = swarm.timeline().instant();

    Outcome outcome = wait("shop");

    assertThat(outcome).isInstanceOf(Outcome.TimedOut.class);
    assertThat(outcome.reasons().get(0).message())
        .startsWith("time is up, and the Engine does not answer (the Engine at ");
    assertThat(Duration.between(begun, swarm.timeline().instant()))
        .isLessThan(SHORT.timeout().plusSeconds(10));
  }

  @Test
  void runsOutOfTimeWhereAnswersBecomeEndlessInTheMiddle() {
    swarm.image("slow:1").becomesHealthyAfter(ofMinutes(5));
    submit("shop_slow", "slow:1");
    Instant begun = swarm.timeline().instant();
    swarm.timeline().schedule(begun.plusSeconds(3), () -> swarm.answersTake(ofMinutes(10)));

    Outcome outcome = wait("shop");

    assertThat(outcome).isInstanceOf(Outcome.TimedOut.class);
    assertThat(Duration.between(begun, swarm.timeline().instant()))
        .isLessThan(SHORT.timeout().plusSeconds(10));
  }

  @Test
  void saysThatItWillNotComeAsSoonAsThatIsCertain() {
    swarm.image("web:1").missing();
    submit("shop_web", "web:1");

    Outcome outcome = wait("shop");

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.reasons().get(0).message()).contains("No such image: web:1");
  }

  @Test
  void knowsNeitherStackNorServiceOfThatName() {
    submit("shop_web", "web:1");

    assertThatThrownBy(() -> wait("shpo"))
        .isInstanceOf(NotFoundException.class)
        .hasMessage(
            "there is no stack or service \"shpo\"; stacks: shop; services: shop_web;"
                + " did you mean \"shop\"?");
  }

  private Outcome wait(String name) {
    return new WaitForStack(world).run(List.of(name), SHORT);
  }

  private void submit(String name, String image) {
    world
        .swarm()
        .create(
            ResourceKind.SERVICE,
            ServiceSpecBuilder.service(name, image).stack("shop").build(),
            WriteOptions.NONE);
  }
}
