package dev.swarmha.deploy;

import static dev.swarmha.deploy.StackBuilder.stack;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.swarmha.deploy.DeployRequest.OnFailure;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.outcome.ServiceResult;
import dev.swarmha.deploy.outcome.ServiceResult.Action;
import dev.swarmha.deploy.outcome.ServiceResult.State;
import dev.swarmha.deploy.revision.Revision;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.wait.Reason;
import org.junit.jupiter.api.Test;

final class StackRollbackTest {

  private final DeployScene scene = new DeployScene();

  @Test
  void rollsTheWholeStackBackWhenOneServiceFails() {
    scene.deploy(stack("shop").service("api", "api:1").service("web", "web:1"));
    Mapping api = scene.swarm.service("shop_api").spec();
    Mapping web = scene.swarm.service("shop_web").spec();
    scene.swarm.image("web:2").neverHealthy();

    Outcome outcome = scene.deploy(stack("shop").service("api", "api:2").service("web", "web:2"));

    assertThat(outcome).isInstanceOf(Outcome.RolledBack.class);
    assertThat(outcome.summary()).isEqualTo("stack shop is back at revision 1");
    assertThat(scene.swarm.service("shop_api").spec()).isEqualTo(api);
    assertThat(scene.swarm.service("shop_web").spec()).isEqualTo(web);
    assertThat(scene.swarm.service("shop_api").runningImages()).containsExactly("api:1");
    assertThat(scene.swarm.service("shop_web").runningImages()).containsExactly("web:1");
    assertThat(outcome.report().orElseThrow().services())
        .containsExactly(
            new ServiceResult("shop_api", Action.RESTORED, State.CONVERGED),
            new ServiceResult("shop_web", Action.RESTORED, State.CONVERGED));
    assertThat(scene.revisions())
        .extracting(Revision::number, Revision::state)
        .containsExactly(tuple(1, Revision.State.DEPLOYED), tuple(2, Revision.State.ROLLED_BACK));
  }

  @Test
  void namesServiceTaskNodeAndTheEnginesWordsForAFailure() {
    scene.deploy(stack("shop").service("web", "web:1"));
    scene.swarm.image("web:2").neverHealthy();

    Outcome outcome = scene.deploy(stack("shop").service("web", "web:2"));

    Reason reason = outcome.reasons().get(0);
    assertThat(reason.service()).isEqualTo("shop_web");
    assertThat(reason.task().orElseThrow().name()).isEqualTo("shop_web.1");
    assertThat(reason.node().orElseThrow()).matches("n[123]");
    assertThat(reason.message()).contains("unhealthy container");
  }

  @Test
  void countsARollbackByTheEngineAsAFailureOfTheWholeStack() {
    scene.deploy(
        stack("shop")
            .service("api", "api:1")
            .service("web", "web:1", it -> it.update("rollback", ofSeconds(2))));
    scene.swarm.image("web:2").neverHealthy();

    Outcome outcome =
        scene.deploy(
            stack("shop")
                .service("api", "api:2")
                .service("web", "web:2", it -> it.update("rollback", ofSeconds(2))));

    assertThat(outcome).isInstanceOf(Outcome.RolledBack.class);
    assertThat(scene.swarm.service("shop_api").runningImages()).containsExactly("api:1");
    assertThat(scene.swarm.service("shop_web").runningImages()).containsExactly("web:1");
    assertThat(outcome.reasons().get(0).message()).contains("unhealthy container");
  }

  @Test
  void hasNothingLeftToDoWhereTheEngineHasTakenEverythingBack() {
    scene.deploy(stack("shop").service("web", "web:1", it -> it.update("rollback", ofSeconds(2))));
    scene.swarm.image("web:2").neverHealthy();

    Outcome outcome =
        scene.deploy(
            stack("shop").service("web", "web:2", it -> it.update("rollback", ofSeconds(2))));

    assertThat(outcome).isInstanceOf(Outcome.RolledBack.class);
    assertThat(scene.events)
        .contains(new ProgressEvent.Noted("the Engine has taken everything back by itself"));
    assertThat(scene.swarm.service("shop_web").runningImages()).containsExactly("web:1");
  }

  @Test
  void removesEverythingWhenAFirstDeployFails() {
    scene.swarm.image("web:1").crashesAtOnce(1);

    Outcome outcome =
        scene.deploy(
            stack("shop")
                .network("shop_backend")
                .secret("shop_password", "hunter2")
                .serviceUsing("web", "web:1", "shop_password", "shop_backend"));

    assertThat(outcome).isInstanceOf(Outcome.RolledBack.class);
    assertThat(scene.swarm.names(ResourceKind.SERVICE)).isEmpty();
    assertThat(scene.swarm.names(ResourceKind.SECRET)).isEmpty();
    assertThat(scene.swarm.names(ResourceKind.CONFIG)).isEmpty();
    assertThat(scene.swarm.find(ResourceKind.NETWORK, "shop_backend")).isEmpty();
  }

  @Test
  void rollsBackWhenTheEngineRefusesAStepInTheMiddle() {
    scene.deploy(stack("shop").service("api", "api:1").service("web", "web:1"));
    scene.swarm.failNextCall("update", new EngineRefusedException("the disk is full"));

    Outcome outcome =
        scene.deploy(
            stack("shop").network("shop_extra").service("api", "api:2").service("web", "web:2"));

    assertThat(outcome).isInstanceOf(Outcome.RolledBack.class);
    assertThat(outcome.reasons().get(0).message()).contains("the disk is full");
    assertThat(scene.swarm.service("shop_api").runningImages()).containsExactly("api:1");
    assertThat(scene.swarm.find(ResourceKind.NETWORK, "shop_extra")).isEmpty();
  }

  @Test
  void leavesAFailedStackAsItIsWhereThatIsAskedFor() {
    scene.deploy(stack("shop").service("web", "web:1"));
    scene.swarm.image("web:2").neverHealthy();

    Outcome outcome =
        scene.run(
            Requests.of(stack("shop").service("web", "web:2").build()).onFailure(OnFailure.KEEP));

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(scene.swarm.service("shop_web").image()).isEqualTo("web:2");
    assertThat(outcome.report().orElseThrow().services())
        .containsExactly(new ServiceResult("shop_web", Action.UPDATED, State.FAILED));
  }

  @Test
  void waitsForHealthUrlsAndRollsBackWhenTheyDoNotAnswer() {
    scene.deploy(stack("shop").service("web", "web:1"));
    scene.swarm.endpoint(DeployScene.URL).answers(503, "not yet");

    Outcome outcome =
        scene.deploy(stack("shop").service("web", "web:2").health(DeployScene.healthUrl(3)));

    assertThat(outcome).isInstanceOf(Outcome.RolledBack.class);
    assertThat(outcome.reasons().get(0).message()).contains("503");
    assertThat(scene.swarm.service("shop_web").runningImages()).containsExactly("web:1");
  }

  @Test
  void treatsADeployThatRunsOutOfTimeAsFailed() {
    scene.deploy(stack("shop").service("web", "web:1"));
    scene.swarm.image("web:2").becomesHealthyAfter(ofSeconds(100));

    Outcome outcome =
        scene.run(
            Requests.of(stack("shop").service("web", "web:2").build())
                .patience(new DeployRequest.Patience(ofSeconds(20), ofSeconds(120), ofSeconds(5))));

    assertThat(outcome).isInstanceOf(Outcome.RolledBack.class);
    assertThat(scene.swarm.service("shop_web").runningImages()).containsExactly("web:1");
  }
}
