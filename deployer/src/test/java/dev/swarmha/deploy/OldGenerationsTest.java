package dev.swarmha.deploy;

import static dev.swarmha.deploy.StackBuilder.secret;
import static dev.swarmha.deploy.StackBuilder.stack;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.revision.Revision;
import dev.swarmha.deploy.revision.RevisionStore;
import dev.swarmha.engine.InUseException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.testkit.ServiceSpecBuilder;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of secrets and configs that have been replaced. */
final class OldGenerationsTest {

  private final DeployScene scene = new DeployScene();

  private static StackBuilder shop(String password) {
    return stack("shop")
        .secret("shop_password", password)
        .service("db", "db:1", secret("shop_password"));
  }

  private List<String> secrets() {
    return scene.swarm.names(ResourceKind.SECRET);
  }

  @Test
  void staysAsLongAsARevisionNamesIt() {
    scene.deploy(shop("first"));
    String first = secrets().get(0);

    scene.deploy(shop("second"));

    assertThat(secrets()).hasSize(2).contains(first);
    assertThat(scene.revisions().get(0).contents())
        .containsExactly(new ResourceRef(ResourceKind.SECRET, first));
  }

  @Test
  void goesWithTheLastRevisionThatNamesIt() {
    scene.deploy(shop("first"));
    String first = secrets().get(0);

    IntStream.rangeClosed(2, 10).forEach(each -> scene.deploy(shop("password " + each)));
    assertThat(secrets()).hasSize(10).contains(first);
    scene.deploy(shop("password 11"));

    assertThat(secrets()).hasSize(10).doesNotContain(first);
    assertThat(scene.revisions()).extracting(Revision::number).containsExactly(numbers(2, 11));
  }

  @Test
  void keepsTheRevisionThatTheStackIsAtHoweverManyHaveFailedSince() {
    scene.deploy(shop("first"));
    scene.swarm.image("db:2").crashesAtOnce(1);

    for (int i = 0; i < 10; i++) {
      scene.deploy(stack("shop").service("db", "db:2"));
    }
    Outcome outcome = scene.deploy(shop("first"));

    assertThat(outcome).isInstanceOf(Outcome.Unchanged.class);
    assertThat(scene.revisions()).extracting(Revision::number).containsExactly(numbers(1, 11));
  }

  @Test
  void staysWhereAServiceOfAnotherStackUsesIt() {
    scene.deploy(shop("first"));
    Resource first = scene.swarm.find(ResourceKind.SECRET, secrets().get(0)).orElseThrow();
    scene
        .swarm
        .connection()
        .swarm()
        .create(
            ResourceKind.SERVICE,
            ServiceSpecBuilder.service("guest", "guest:1").secret(first).build(),
            WriteOptions.NONE);
    forgetRevisions();

    scene.deploy(shop("second"));

    assertThat(secrets()).contains(first.name());
    assertThat(scene.events).noneMatch(event -> event instanceof ProgressEvent.StepFailed);
  }

  @Test
  void doesNotSpoilADeployWhenItCannotBeRemoved() {
    scene.deploy(shop("first"));
    String first = secrets().get(0);
    forgetRevisions();
    scene.swarm.failNextCall("remove", new InUseException("secret is in use by the service x"));

    Outcome outcome = scene.deploy(shop("second"));

    assertThat(outcome).isInstanceOf(Outcome.Deployed.class);
    assertThat(scene.events)
        .contains(
            new ProgressEvent.Noted(
                "what has been replaced is not all removed, and the next deploy tries again: remove"
                    + " secret "
                    + first
                    + ": secret is in use by the service x"));
    assertThat(scene.deploy(shop("second"))).isInstanceOf(Outcome.Unchanged.class);
    assertThat(secrets()).doesNotContain(first).hasSize(1);
  }

  @Test
  void survivesPruningAsLongAsTheFileHasTheSecret() {
    scene.deploy(shop("first"));
    String first = secrets().get(0);

    scene.run(Requests.of(shop("second").build()).prune());

    assertThat(secrets()).hasSize(2).contains(first);
  }

  @Test
  void isPrunedWithASecretThatTheFileNoLongerHas() {
    scene.deploy(shop("first"));
    scene.deploy(shop("second"));

    scene.run(Requests.of(stack("shop").service("db", "db:1").build()).prune());

    assertThat(secrets()).isEmpty();
  }

  @Test
  void isNotPrunedWhereTheFileCallsItExternal() {
    scene.deploy(shop("first"));
    String first = secrets().get(0);

    scene.run(
        Requests.of(
                stack("shop")
                    .external(ResourceKind.SECRET, first)
                    .service("db", "db:1", secret(first))
                    .build())
            .prune());

    assertThat(secrets()).containsExactly(first);
    assertThat(scene.events).noneMatch(event -> event instanceof ProgressEvent.StepFailed);
  }

  @Test
  void goesWithTheStack() {
    scene.deploy(shop("first"));
    scene.deploy(shop("second"));

    new RemoveStack(scene.world()).run(List.of("shop"), Duration.ofMinutes(1), Duration.ZERO);

    assertThat(secrets()).isEmpty();
    assertThat(scene.swarm.names(ResourceKind.CONFIG)).isEmpty();
  }

  private void forgetRevisions() {
    new RevisionStore(scene.swarm.connection().swarm()).forgetAll("shop");
  }

  private static Integer[] numbers(int first, int last) {
    return IntStream.rangeClosed(first, last).boxed().toArray(Integer[]::new);
  }
}
