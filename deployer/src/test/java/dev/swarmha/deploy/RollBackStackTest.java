package dev.swarmha.deploy;

import static dev.swarmha.deploy.StackBuilder.config;
import static dev.swarmha.deploy.StackBuilder.secret;
import static dev.swarmha.deploy.StackBuilder.stack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.swarmha.deploy.DeployRequest.OnFailure;
import dev.swarmha.deploy.DeployRequest.Patience;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.outcome.DeployReport;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.outcome.ServiceResult;
import dev.swarmha.deploy.outcome.ServiceResult.Action;
import dev.swarmha.deploy.plan.DeployRefusedException;
import dev.swarmha.deploy.plan.PlanText;
import dev.swarmha.deploy.revision.Revision;
import dev.swarmha.deploy.revision.Revision.State;
import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.WriteOptions;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RollBackStackTest {

  private final DeployScene scene = new DeployScene();

  private static StackBuilder first() {
    return stack("shop")
        .network("shop_old")
        .config("shop_site", "hello")
        .secret("shop_password", "one")
        .serviceUsing("db", "db:1", "shop_password", "shop_old")
        .service("web", "web:1", config("shop_site"))
        .dependsOn("web", "db");
  }

  private static StackBuilder second() {
    return stack("shop")
        .config("shop_site", "bye")
        .secret("shop_password", "two")
        .service("db", "db:2", secret("shop_password"))
        .service("web", "web:2", it -> config("shop_site").apply(it).replicas(2))
        .service("extra", "extra:1")
        .dependsOn("web", "db");
  }

  @Test
  void returnsToTheSpecsOfAnEarlierRevisionAsANewOne() {
    scene.deploy(first());
    Belongings was = Belongings.of(scene.swarm);
    scene.deploy(second());
    scene.deploy(stack("shop").service("web", "web:3"));

    Outcome outcome = scene.rollBack(1);

    assertThat(outcome.summary())
        .isEqualTo("stack shop is back at revision 1, which makes it revision 4");
    assertThat(Belongings.of(scene.swarm).services()).isEqualTo(was.services());
    assertThat(Belongings.of(scene.swarm).running()).isEqualTo(was.running());
    DeployReport report = outcome.report().orElseThrow();
    assertThat(report.revision()).contains(4);
    assertThat(report.previousRevision()).contains(3);
    assertThat(report.services())
        .extracting(ServiceResult::name, ServiceResult::action)
        .containsExactlyInAnyOrder(
            tuple("shop_db", Action.UPDATED),
            tuple("shop_web", Action.UPDATED),
            tuple("shop_extra", Action.REMOVED));
    Revision newest = scene.revisions().get(3);
    assertThat(newest.state()).isEqualTo(State.DEPLOYED);
    assertThat(newest.message()).contains("rollback to 1");
    assertThat(newest.caption().restores()).contains(1);
  }

  @Test
  void goesToTheRevisionDeployedBeforeTheCurrentOneWhereNoneIsNamed() {
    scene.deploy(first());
    scene.deploy(second());
    scene.swarm.image("crash:1").crashesAtOnce(1);
    scene.deploy(stack("shop").service("web", "crash:1"));

    Outcome outcome = scene.rollBack();

    assertThat(outcome.summary()).startsWith("stack shop is back at revision 1");
  }

  @Test
  void goesToTheCurrentOneWhereTheNewestWasLeftFailed() {
    scene.deploy(first());
    Belongings was = Belongings.of(scene.swarm);
    scene.swarm.image("crash:1").crashesAtOnce(1);
    scene.run(
        Requests.of(stack("shop").service("web", "crash:1").build()).onFailure(OnFailure.KEEP));

    Outcome outcome = scene.rollBack();

    assertThat(outcome.summary()).startsWith("stack shop is back at revision 1");
    assertThat(Belongings.of(scene.swarm).services()).isEqualTo(was.services());
  }

  @Test
  void plansServicesInReverseAndRemovalsLast() {
    scene.deploy(first());
    scene.deploy(second());
    scene.events.clear();
    scene.swarm.calls().clear();

    Outcome outcome =
        new RollBackStack(scene.world())
            .run(
                new RollbackRequest(
                    "shop",
                    Optional.of(1),
                    Patience.DEFAULT,
                    OnFailure.ROLLBACK,
                    false,
                    true,
                    Recording.DEFAULT,
                    Duration.ZERO));

    assertThat(outcome.summary()).isEqualTo("stack shop: 3 steps planned, none made");
    assertThat(scene.changes()).isEmpty();
    ProgressEvent.PlanMade made = (ProgressEvent.PlanMade) scene.events.get(0);
    assertThat(PlanText.lines(made.plan()))
        .extracting(line -> line.replaceAll("  +", " ").replaceAll(" (image|replicas) .*", ""))
        .containsExactly(
            "#1 update service shop_web",
            "#2 after 1 update service shop_db",
            "#3 finally remove service shop_extra not in revision 1");
  }

  @Test
  void makesNetworksAndConfigsAgainThatArePruned() {
    scene.deploy(
        stack("shop")
            .network("shop_old")
            .config("shop_site", "hello")
            .service("web", "web:1", config("shop_site"))
            .service("db", "db:1", it -> it.networkNamed("shop_old")));
    Belongings was = Belongings.of(scene.swarm);
    scene.run(Requests.of(stack("shop").service("web", "web:2").build()).prune());
    assertThat(scene.swarm.find(ResourceKind.NETWORK, "shop_old")).isEmpty();
    assertThat(Belongings.of(scene.swarm).configs()).isEmpty();

    Outcome outcome = scene.rollBack(1);

    assertThat(outcome.summary()).startsWith("stack shop is back at revision 1");
    assertThat(Belongings.of(scene.swarm)).isEqualTo(was);
    String site = was.configs().iterator().next();
    assertThat(scene.swarm.payload(ResourceKind.CONFIG, site).bytes())
        .asString()
        .isEqualTo("hello");
  }

  @Test
  void refusesBeforeAnythingIsSentWhereASecretIsGone() {
    scene.deploy(first());
    String password = scene.swarm.names(ResourceKind.SECRET).get(0);
    scene.run(Requests.of(stack("shop").service("web", "web:2").build()).prune());
    scene.swarm.calls().clear();

    assertThatThrownBy(() -> scene.rollBack(1))
        .isInstanceOf(DeployRefusedException.class)
        .hasMessage(
            "secret "
                + password
                + " is needed and no longer in the swarm; nobody can read the value of a secret,"
                + " so make it again with: swarmha secret create "
                + password
                + " FILE");
    assertThat(scene.changes()).isEmpty();
  }

  @Test
  void keepsWhatOtherRevisionsNeed() {
    scene.deploy(first());
    scene.deploy(second());
    Belongings was = Belongings.of(scene.swarm);

    scene.rollBack(1);
    Outcome outcome = scene.rollBack(2);

    assertThat(outcome.summary()).startsWith("stack shop is back at revision 2");
    assertThat(Belongings.of(scene.swarm).services()).isEqualTo(was.services());
  }

  @Test
  void keepsTheCounterOfForcedRestarts() {
    scene.deploy(stack("shop").service("web", "web:1").service("db", "db:1"));
    scene.deploy(stack("shop").service("web", "web:2").service("db", "db:1"));
    DocumentPath counter = DocumentPath.of("TaskTemplate", "ForceUpdate");
    Resource db = scene.swarm.service("shop_db").resource();
    SwarmEngine engine = scene.swarm.connection().swarm();
    engine.update(db, db.spec().withAt(counter, Document.number(7)), WriteOptions.NONE);
    scene.swarm.advance(Duration.ofSeconds(30));
    long version = scene.swarm.service("shop_db").version();

    scene.rollBack(1);

    assertThat(scene.swarm.service("shop_db").version()).isEqualTo(version);
    assertThat(scene.swarm.service("shop_web").image()).isEqualTo("web:1");
  }

  @Test
  void goesBackToWhatItWasWhenItFails() {
    scene.deploy(stack("shop").service("web", "web:1"));
    scene.deploy(stack("shop").service("web", "web:2").service("extra", "extra:1"));
    Belongings was = Belongings.of(scene.swarm);
    scene.swarm.image("web:1").crashesAtOnce(1);

    Outcome outcome = scene.rollBack(1);

    assertThat(outcome).isInstanceOf(Outcome.RolledBack.class);
    assertThat(outcome.summary())
        .isEqualTo("the rollback of stack shop to revision 1 failed; it is back at revision 2");
    assertThat(Belongings.of(scene.swarm)).isEqualTo(was);
    assertThat(scene.revisions().get(2).state()).isEqualTo(State.ROLLED_BACK);
    assertThat(scene.revisions().get(2).standing().reasons()).isNotEmpty();
  }

  @Test
  void saysWhatIsWhereWhenThereIsNoWayBackEither() {
    scene.deploy(stack("shop").service("web", "web:1").service("db", "db:1"));
    scene.deploy(stack("shop").service("web", "web:2").service("db", "db:2"));
    scene.swarm.image("web:1").crashesAtOnce(1);
    scene.swarm.image("web:2").crashesAtOnce(1);

    Outcome outcome = scene.rollBack(1);

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.summary())
        .isEqualTo("the rollback of stack shop failed itself; the stack is between two revisions");
    assertThat(scene.notes())
        .contains("shop_db is as in revision 2", "shop_web is as in revision 2");
    assertThat(scene.revisions().get(2).state()).isEqualTo(State.ROLLBACK_FAILED);
  }

  @Test
  void leavesThingsAsTheyAreWhereThatIsAskedFor() {
    scene.deploy(stack("shop").service("web", "web:1").service("db", "db:1"));
    scene.deploy(stack("shop").service("web", "web:2").service("db", "db:1"));
    scene.swarm.image("web:1").crashesAtOnce(1);

    Outcome outcome =
        new RollBackStack(scene.world())
            .run(
                new RollbackRequest(
                    "shop",
                    Optional.of(1),
                    Patience.DEFAULT,
                    OnFailure.KEEP,
                    false,
                    false,
                    Recording.DEFAULT,
                    Duration.ZERO));

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.summary())
        .isEqualTo(
            "the rollback of stack shop to revision 1 failed, and the stack was left as it is");
    assertThat(scene.notes()).contains("shop_db is unchanged", "shop_web is as in revision 3");
  }

  @Test
  void doesNotGoInACircleWhereTheLastDeployedRevisionFailsToo() {
    scene.deploy(stack("shop").service("web", "web:1"));
    assertThat(scene.killedAfter(2, stack("shop").service("web", "web:2"))).isTrue();
    scene.swarm.image("web:1").crashesAtOnce(1);

    Outcome outcome = scene.rollBack();

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(scene.events).noneMatch(ProgressEvent.RollbackStarted.class::isInstance);
    assertThat(scene.revisions().get(2).state()).isEqualTo(State.ROLLBACK_FAILED);
    scene.swarm.image("web:1").healthy();
    assertThat(scene.rollBack().summary()).startsWith("stack shop is back at revision 1");
  }

  @Test
  void asksTheHealthUrlsOfTheRevision() {
    scene.swarm.endpoint(DeployScene.URL).answers(200, "ok");
    scene.deploy(stack("shop").service("web", "web:1").health(DeployScene.healthUrl(3)));
    scene.deploy(stack("shop").service("web", "web:2"));
    scene.swarm.endpoint(DeployScene.URL).answers(503, "not yet");

    Outcome outcome = scene.rollBack(1);

    assertThat(outcome).isInstanceOf(Outcome.RolledBack.class);
    assertThat(outcome.reasons().get(0).message()).contains("503");
  }

  @Test
  void submitsAndLeavesWhatTheRevisionDoesNotHaveWhenDetached() {
    scene.deploy(stack("shop").service("web", "web:1"));
    scene.deploy(stack("shop").service("web", "web:2").service("extra", "extra:1"));

    Outcome outcome =
        new RollBackStack(scene.world())
            .run(
                new RollbackRequest(
                    "shop",
                    Optional.empty(),
                    Patience.DEFAULT,
                    OnFailure.ROLLBACK,
                    true,
                    false,
                    Recording.DEFAULT,
                    Duration.ZERO));

    assertThat(outcome).isInstanceOf(Outcome.Detached.class);
    assertThat(scene.notes())
        .contains(
            "service shop_extra is not in revision 1 and stays, since nobody waits for the others");
  }

  @Test
  void touchesNothingWhereTheStackIsAsTheRevisionSays() {
    scene.deploy(stack("shop").service("web", "web:1"));
    scene.deploy(stack("shop").service("web", "web:2"));
    scene.swarm.calls().clear();

    Outcome outcome = scene.rollBack(2);

    assertThat(outcome.summary()).isEqualTo("stack shop is as revision 2 says, revision 2");
    assertThat(scene.changes()).isEmpty();
  }

  @Test
  void saysWhichRevisionsThereAre() {
    assertThatThrownBy(scene::rollBack)
        .isInstanceOf(NotFoundException.class)
        .hasMessage("there is no stack \"shop\"; the swarm has none");
    scene.deploy(stack("shop").service("web", "web:1"));

    assertThatThrownBy(scene::rollBack)
        .isInstanceOf(NotFoundException.class)
        .hasMessage("stack shop has no deployed revision before revision 1 to go back to");
    scene.deploy(stack("shop").service("web", "web:2"));
    assertThatThrownBy(() -> scene.rollBack(7))
        .isInstanceOf(NotFoundException.class)
        .hasMessage("stack shop has no revision 7; it has: 1, 2");
  }

  @Test
  void refusesToChangeTheModeOfAService() {
    scene.deploy(stack("shop").service("web", "web:1").service("db", "db:1"));
    scene.run(Requests.of(stack("shop").service("web", "web:1").build()).prune());
    scene.deploy(
        stack("shop").service("web", "web:1").service("db", "db:1", spec -> spec.global()));

    assertThatThrownBy(() -> scene.rollBack(1))
        .isInstanceOf(DeployRefusedException.class)
        .hasMessage(
            "service shop_db cannot change its mode from Global to Replicated: Swarm does not"
                + " allow it; remove it first");
  }

  @Test
  void leavesTheStateOpenWhenItIsInterrupted() {
    scene.deploy(stack("shop").service("web", "web:1"));
    scene.deploy(stack("shop").service("web", "web:2"));
    scene.swarm.beforeNextCall("update", Thread.currentThread()::interrupt);

    Outcome outcome = scene.rollBack(1);

    assertThat(outcome).isInstanceOf(Outcome.Interrupted.class);
    assertThat(outcome.summary()).contains("the next swarmha deploy or rollback takes it up");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(scene.revisions()).extracting(Revision::state).endsWith(State.OPEN);
  }
}
