package dev.swarmha.deploy;

import static dev.swarmha.deploy.StackBuilder.stack;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.outcome.DeployReport;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.outcome.ServiceResult;
import dev.swarmha.deploy.outcome.ServiceResult.Action;
import dev.swarmha.deploy.outcome.ServiceResult.State;
import dev.swarmha.deploy.plan.DeployRefusedException;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.revision.RevisionStore;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.ResourceKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DeployStackTest {

  private final DeployScene scene = new DeployScene();

  @Test
  void deploysANewStackAsRevisionOne() {
    Outcome outcome =
        scene.deploy(
            stack("shop").service("web", "web:1", it -> it.replicas(3)).service("db", "db:1"));

    assertThat(outcome).isInstanceOf(Outcome.Deployed.class);
    DeployReport report = outcome.report().orElseThrow();
    assertThat(report.revision()).contains(1);
    assertThat(report.previousRevision()).isEmpty();
    assertThat(report.services())
        .containsExactly(
            new ServiceResult("shop_db", Action.CREATED, State.CONVERGED),
            new ServiceResult("shop_web", Action.CREATED, State.CONVERGED));
    assertThat(scene.swarm.service("shop_web").runningByNode())
        .isEqualTo(Map.of("n1", 1, "n2", 1, "n3", 1));
  }

  @Test
  void restartsNothingWhenTheRegistryDoesNotAnswer() {
    scene.deploy(stack("shop").service("web", "web:1", it -> it.replicas(2)));
    String pinned = scene.swarm.service("shop_web").pinnedImage();
    scene.swarm.image("web:1").missing();

    Outcome again = scene.deploy(stack("shop").service("web", "web:1", it -> it.replicas(2)));
    Outcome scaled = scene.deploy(stack("shop").service("web", "web:1", it -> it.replicas(1)));

    assertThat(again).isInstanceOf(Outcome.Unchanged.class);
    assertThat(scaled).isInstanceOf(Outcome.Deployed.class);
    assertThat(scene.swarm.service("shop_web").pinnedImage()).isEqualTo(pinned).contains("@sha256");
  }

  @Test
  void createsWhatServicesUseBeforeThemAndGivesThemItsIds() {
    scene.deploy(
        stack("shop")
            .network("shop_backend")
            .secret("shop_password", "hunter2")
            .serviceUsing("web", "web:1", "shop_password", "shop_backend"));

    String secret = scene.swarm.names(ResourceKind.SECRET).get(0);
    String secretId = scene.swarm.find(ResourceKind.SECRET, secret).orElseThrow().id().value();
    assertThat(
            scene
                .swarm
                .service("shop_web")
                .spec()
                .mapping("TaskTemplate")
                .mapping("ContainerSpec")
                .sequence("Secrets")
                .mappings()
                .map(each -> each.text("SecretID").orElseThrow()))
        .containsExactly(secretId);
    assertThat(scene.swarm.payload(ResourceKind.SECRET, secret).bytes())
        .asString()
        .isEqualTo("hunter2");
  }

  @Test
  void touchesNothingWhenNothingHasChanged() {
    StackBuilder file =
        stack("shop")
            .network("shop_backend")
            .secret("shop_password", "hunter2")
            .serviceUsing("web", "web:1", "shop_password", "shop_backend");
    scene.deploy(file);
    long version = scene.swarm.service("shop_web").version();
    scene.swarm.calls().clear();

    Outcome outcome = scene.deploy(file);

    assertThat(outcome).isInstanceOf(Outcome.Unchanged.class);
    assertThat(outcome.report().orElseThrow().revision()).contains(1);
    assertThat(scene.swarm.service("shop_web").version()).isEqualTo(version);
    assertThat(scene.changes()).isEmpty();
  }

  @Test
  void touchesNothingWhenAServiceStaysOnTheNetworkOfItsNode() {
    StackBuilder file = stack("shop").service("web", "web:1", it -> it.networkNamed("host"));
    scene.deploy(file);

    assertThat(scene.deploy(file)).isInstanceOf(Outcome.Unchanged.class);
  }

  @Test
  void updatesWhatHasChangedAndLeavesTheRest() {
    scene.deploy(stack("shop").service("web", "web:1").service("db", "db:1"));
    long version = scene.swarm.service("shop_db").version();

    Outcome outcome = scene.deploy(stack("shop").service("web", "web:2").service("db", "db:1"));

    assertThat(outcome).isInstanceOf(Outcome.Deployed.class);
    assertThat(outcome.report().orElseThrow().revision()).contains(2);
    assertThat(outcome.report().orElseThrow().previousRevision()).contains(1);
    assertThat(scene.swarm.service("shop_web").runningImages()).containsExactly("web:2");
    assertThat(scene.swarm.service("shop_db").version()).isEqualTo(version);
  }

  @Test
  void keepsItsVerdictWhenTheRecordCannotBeWritten() {
    scene.deploy(stack("shop").service("web", "web:1"));
    scene.swarm.beforeNextCall(
        "create",
        () -> scene.swarm.failNextCall("update", new EngineRefusedException("the disk is full")));

    Outcome outcome = scene.deploy(stack("shop").service("web", "web:1").service("api", "api:1"));

    assertThat(outcome).isInstanceOf(Outcome.Deployed.class);
    assertThat(scene.events)
        .contains(
            new ProgressEvent.Noted(
                "revision 2 could not be marked as deployed: the disk is full"));
  }

  @Test
  void countsAStackAsDeployedOnlyWhenItsHealthUrlsAnswer() {
    scene.swarm.endpoint(DeployScene.URL).answers(200, "ok").answersAfter(ofSeconds(30));

    Outcome outcome =
        scene.deploy(stack("shop").service("web", "web:1").health(DeployScene.healthUrl(60)));

    assertThat(outcome).isInstanceOf(Outcome.Deployed.class);
    assertThat(outcome.report().orElseThrow().duration()).isGreaterThanOrEqualTo(ofSeconds(30));
  }

  @Test
  void refusesWhatTheSwarmLacksBeforeAnythingIsChanged() {
    DesiredStack desired =
        stack("shop")
            .external(ResourceKind.SECRET, "db_password")
            .external(ResourceKind.NETWORK, "public")
            .service("web", "web:1")
            .build();

    assertThatThrownBy(() -> scene.run(Requests.of(desired)))
        .isInstanceOf(DeployRefusedException.class)
        .hasMessage(
            "network public is declared as external, but the swarm has none; create it with:"
                + " docker network create --driver overlay public\n"
                + "secret db_password is declared as external, but the swarm has none; create it"
                + " with: swarmha secret create db_password FILE");
    assertThat(scene.changes()).isEmpty();
  }

  @Test
  void plansAndStopsInADryRun() {
    Outcome outcome =
        scene.run(Requests.of(stack("shop").service("web", "web:1").build()).dryRun());

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(scene.events).hasAtLeastOneElementOfType(ProgressEvent.PlanMade.class);
    assertThat(scene.swarm.calls().writes()).isEmpty();
  }

  @Test
  void submitsAndReturnsWhenDetached() {
    scene.swarm.image("web:1").neverHealthy();

    Outcome outcome =
        scene.run(Requests.of(stack("shop").service("web", "web:1").build()).detach());

    assertThat(outcome).isInstanceOf(Outcome.Detached.class);
    assertThat(outcome.report().orElseThrow().services())
        .containsExactly(new ServiceResult("shop_web", Action.CREATED, State.SUBMITTED));
  }

  @Test
  void prunesWhatTheFileNoLongerHasAfterSuccess() {
    scene.deploy(
        stack("shop").config("shop_old", "x").service("web", "web:1").service("old", "old:1"));

    Outcome outcome = scene.run(Requests.of(stack("shop").service("web", "web:2").build()).prune());

    assertThat(outcome).isInstanceOf(Outcome.Deployed.class);
    assertThat(scene.swarm.names(ResourceKind.SERVICE)).containsExactly("shop_web");
    assertThat(scene.swarm.names(ResourceKind.CONFIG)).noneMatch(name -> name.contains("old"));
  }

  @Test
  void leavesWhatTheFileNoLongerHasWithoutPrune() {
    scene.deploy(stack("shop").service("web", "web:1").service("old", "old:1"));

    scene.deploy(stack("shop").service("web", "web:2"));

    assertThat(scene.swarm.names(ResourceKind.SERVICE)).containsExactly("shop_old", "shop_web");
  }

  @Test
  void takesAStackOverThatAnotherToolHasDeployed() {
    StackBuilder file = stack("shop").service("web", "web:1");
    scene.deploy(file);
    new RevisionStore(scene.swarm.connection().swarm()).forgetAll("shop");

    Outcome outcome = scene.deploy(file);

    assertThat(outcome).isInstanceOf(Outcome.Unchanged.class);
    assertThat(outcome.report().orElseThrow().revision()).contains(1);
  }

  @Test
  void doesNotCallAStackUnchangedThatDoesNotRun() {
    StackBuilder file =
        stack("shop").service("web", "web:1", it -> it.constraint("node.labels.x == y"));
    scene.run(Requests.of(file.build()).detach());

    Outcome outcome = scene.deploy(file);

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.reasons().get(0).message()).contains("no suitable node");
  }

  @Test
  void saysWhatIsLeftBehindWhenItIsInterrupted() {
    // The lock, the revision, and then the service.
    beforeCreation(3, Thread.currentThread()::interrupt);

    Outcome outcome = scene.deploy(stack("shop").service("web", "web:1"));

    assertThat(outcome).isInstanceOf(Outcome.Interrupted.class);
    assertThat(outcome.summary())
        .contains("everything is submitted")
        .contains("swarmha status shop");
  }

  private void beforeCreation(int number, Runnable event) {
    scene.swarm.beforeNextCall(
        "create", number == 1 ? event : () -> beforeCreation(number - 1, event));
  }
}
