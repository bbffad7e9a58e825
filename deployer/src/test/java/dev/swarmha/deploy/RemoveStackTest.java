package dev.swarmha.deploy;

import static dev.swarmha.deploy.StackBuilder.stack;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.event.ProgressSink;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.TaskQuery;
import dev.swarmha.engine.testkit.InMemorySwarm;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RemoveStackTest {

  private final InMemorySwarm swarm = InMemorySwarm.withNodes("n1", "n2");
  private final World world =
      new World(swarm.connection(), swarm.prober(), swarm.timeline(), ProgressSink.NONE);

  @Test
  void removesEverythingOfAStackAndItsRevisions() {
    deploy(
        stack("shop")
            .network("shop_backend")
            .secret("shop_password", "hunter2")
            .serviceUsing("web", "web:1", "shop_password", "shop_backend"));

    Outcome outcome = new RemoveStack(world).run(List.of("shop"), ofSeconds(60), ZERO);

    assertThat(outcome).isEqualTo(new Outcome.Done("stack shop removed; volumes are kept"));
    assertThat(swarm.names(ResourceKind.SERVICE)).isEmpty();
    assertThat(swarm.names(ResourceKind.SECRET)).isEmpty();
    assertThat(swarm.names(ResourceKind.CONFIG)).isEmpty();
    assertThat(swarm.find(ResourceKind.NETWORK, "shop_backend")).isEmpty();
    assertThat(world.swarm().tasks(TaskQuery.ofStack("shop")))
        .allMatch(task -> task.state().isTerminal());
  }

  @Test
  void leavesOtherStacksAlone() {
    deploy(stack("shop").service("web", "web:1"));
    deploy(stack("blog").service("web", "web:1"));

    new RemoveStack(world).run(List.of("shop"), ofSeconds(60), ZERO);

    assertThat(swarm.names(ResourceKind.SERVICE)).containsExactly("blog_web");
  }

  @Test
  void hasNothingToDoForAStackThatIsNotThere() {
    Outcome outcome = new RemoveStack(world).run(List.of("shop"), ofSeconds(60), ZERO);

    assertThat(outcome).isEqualTo(new Outcome.Done("nothing to remove"));
    assertThat(DeployScene.changes(swarm)).isEmpty();
  }

  @Test
  void stopsAtWhatTheEngineRefusesAndSaysSo() {
    deploy(stack("shop").service("web", "web:1"));
    swarm.failNextCall("remove", new EngineRefusedException("the disk is full"));

    assertThatThrownBy(() -> new RemoveStack(world).run(List.of("shop"), ofSeconds(60), ZERO))
        .isInstanceOf(EngineRefusedException.class)
        .hasMessage(
            "could not remove service shop_web: the disk is full; what is removed stays removed");
  }

  @Test
  void saysWhatIsStillThereWhenTimeRunsOut() {
    swarm.image("web:1").stopsAfter(ofSeconds(100));
    deploy(
        stack("shop")
            .service(
                "web",
                "web:1",
                spec ->
                    spec.with(
                        DocumentPath.of("TaskTemplate", "ContainerSpec", "StopGracePeriod"),
                        Document.number(ofSeconds(200).toNanos()))));

    Outcome outcome = new RemoveStack(world).run(List.of("shop"), ofSeconds(5), ZERO);

    assertThat(outcome).isInstanceOf(Outcome.TimedOut.class);
    assertThat(outcome.reasons().get(0).service()).isEqualTo("shop_web");
  }

  @Test
  void asksWhetherAnotherStackWasMeant() {
    deploy(stack("shop").service("web", "web:1"));
    List<String> notes = new ArrayList<>();
    World listening =
        new World(
            swarm.connection(),
            swarm.prober(),
            swarm.timeline(),
            event -> {
              if (event instanceof ProgressEvent.Noted noted) {
                notes.add(noted.message());
              }
            });

    Outcome outcome = new RemoveStack(listening).run(List.of("shpo"), ofSeconds(60), ZERO);

    assertThat(outcome).isEqualTo(new Outcome.Done("nothing to remove"));
    assertThat(notes)
        .containsExactly("there is no stack \"shpo\"; there are: shop; did you mean \"shop\"?");
  }

  @Test
  void runsOutOfTimeWhereTheEngineDoesNotEndItsAnswer() {
    deploy(stack("shop").service("web", "web:1"));
    // The first list of services, under the lock.
    swarm.beforeNextCall("list", () -> swarm.beforeNextCall("tasks", this::answersWithoutEnd));

    Outcome outcome = new RemoveStack(world).run(List.of("shop"), ofSeconds(5), ZERO);

    assertThat(outcome).isInstanceOf(Outcome.TimedOut.class);
    assertThat(outcome.reasons().get(0).message()).contains("the Engine does not answer");
  }

  private void answersWithoutEnd() {
    swarm.answersTake(ofMinutes(10));
  }

  private void deploy(StackBuilder file) {
    Outcome outcome = new DeployStack(world).run(DeployRequest.of(file.build()));
    assertThat(outcome).isInstanceOf(Outcome.Deployed.class);
  }
}
