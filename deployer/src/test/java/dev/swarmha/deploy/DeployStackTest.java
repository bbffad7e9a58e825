package dev.swarmha.deploy;

import static dev.swarmha.deploy.StackBuilder.stack;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.swarmha.deploy.DeployRequest.OnFailure;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.outcome.DeployReport;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.outcome.ServiceResult;
import dev.swarmha.deploy.outcome.ServiceResult.Action;
import dev.swarmha.deploy.outcome.ServiceResult.State;
import dev.swarmha.deploy.plan.DeployRefusedException;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.plan.HealthTarget;
import dev.swarmha.deploy.revision.Revision;
import dev.swarmha.deploy.revision.RevisionStore;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.probe.HealthProbe;
import dev.swarmha.engine.probe.StatusRange;
import dev.swarmha.engine.testkit.InMemorySwarm;
import dev.swarmha.wait.Reason;
import dev.swarmha.wait.probe.HealthCheck;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DeployStackTest {

  private static final String URL = "http://shop.test/health";

  private final InMemorySwarm swarm = InMemorySwarm.withNodes("n1", "n2", "n3");
  private final List<ProgressEvent> events = new ArrayList<>();

  @Test
  void deploysANewStackAsRevisionOne() {
    Outcome outcome =
        deploy(stack("shop").service("web", "web:1", it -> it.replicas(3)).service("db", "db:1"));

    assertThat(outcome).isInstanceOf(Outcome.Deployed.class);
    DeployReport report = outcome.report().orElseThrow();
    assertThat(report.revision()).contains(1);
    assertThat(report.previousRevision()).isEmpty();
    assertThat(report.services())
        .containsExactly(
            new ServiceResult("shop_db", Action.CREATED, State.CONVERGED),
            new ServiceResult("shop_web", Action.CREATED, State.CONVERGED));
    assertThat(swarm.service("shop_web").runningByNode())
        .isEqualTo(Map.of("n1", 1, "n2", 1, "n3", 1));
  }

  @Test
  void createsWhatServicesUseBeforeThemAndGivesThemItsIds() {
    deploy(
        stack("shop")
            .network("shop_backend")
            .secret("shop_password", "hunter2")
            .serviceUsing("web", "web:1", "shop_password", "shop_backend"));

    String secretId = swarm.find(ResourceKind.SECRET, "shop_password").orElseThrow().id().value();
    assertThat(
            swarm
                .service("shop_web")
                .spec()
                .mapping("TaskTemplate")
                .mapping("ContainerSpec")
                .sequence("Secrets")
                .mappings()
                .map(each -> each.text("SecretID").orElseThrow()))
        .containsExactly(secretId);
    assertThat(swarm.payload(ResourceKind.SECRET, "shop_password").bytes())
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
    deploy(file);
    long version = swarm.service("shop_web").version();
    swarm.calls().clear();

    Outcome outcome = deploy(file);

    assertThat(outcome).isInstanceOf(Outcome.Unchanged.class);
    assertThat(outcome.report().orElseThrow().revision()).contains(1);
    assertThat(swarm.service("shop_web").version()).isEqualTo(version);
    assertThat(swarm.calls().writes()).isEmpty();
  }

  @Test
  void saysThatASecretsContentCannotBeCompared() {
    deploy(stack("shop").secret("shop_password", "old").service("web", "web:1"));
    events.clear();

    deploy(stack("shop").secret("shop_password", "new").service("web", "web:1"));

    assertThat(events)
        .contains(
            new ProgressEvent.Noted(
                "secret shop_password is there already and keeps its content, which nobody can"
                    + " compare with the file; if the file has changed, give the secret another"
                    + " name"));
  }

  @Test
  void updatesWhatHasChangedAndLeavesTheRest() {
    deploy(stack("shop").service("web", "web:1").service("db", "db:1"));
    long version = swarm.service("shop_db").version();

    Outcome outcome = deploy(stack("shop").service("web", "web:2").service("db", "db:1"));

    assertThat(outcome).isInstanceOf(Outcome.Deployed.class);
    assertThat(outcome.report().orElseThrow().revision()).contains(2);
    assertThat(outcome.report().orElseThrow().previousRevision()).contains(1);
    assertThat(swarm.service("shop_web").runningImages()).containsExactly("web:2");
    assertThat(swarm.service("shop_db").version()).isEqualTo(version);
  }

  @Test
  void rollsTheWholeStackBackWhenOneServiceFails() {
    deploy(stack("shop").service("api", "api:1").service("web", "web:1"));
    Mapping api = swarm.service("shop_api").spec();
    Mapping web = swarm.service("shop_web").spec();
    swarm.image("web:2").neverHealthy();

    Outcome outcome = deploy(stack("shop").service("api", "api:2").service("web", "web:2"));

    assertThat(outcome).isInstanceOf(Outcome.RolledBack.class);
    assertThat(outcome.summary()).isEqualTo("stack shop is back at revision 1");
    assertThat(swarm.service("shop_api").spec()).isEqualTo(api);
    assertThat(swarm.service("shop_web").spec()).isEqualTo(web);
    assertThat(swarm.service("shop_api").runningImages()).containsExactly("api:1");
    assertThat(swarm.service("shop_web").runningImages()).containsExactly("web:1");
    assertThat(outcome.report().orElseThrow().services())
        .containsExactly(
            new ServiceResult("shop_api", Action.RESTORED, State.CONVERGED),
            new ServiceResult("shop_web", Action.RESTORED, State.CONVERGED));
    assertThat(revisions())
        .extracting(Revision::number, Revision::state)
        .containsExactly(tuple(1, Revision.State.DEPLOYED), tuple(2, Revision.State.ROLLED_BACK));
  }

  @Test
  void namesServiceTaskNodeAndTheEnginesWordsForAFailure() {
    deploy(stack("shop").service("web", "web:1"));
    swarm.image("web:2").neverHealthy();

    Outcome outcome = deploy(stack("shop").service("web", "web:2"));

    Reason reason = outcome.reasons().get(0);
    assertThat(reason.service()).isEqualTo("shop_web");
    assertThat(reason.task().orElseThrow().name()).isEqualTo("shop_web.1");
    assertThat(reason.node().orElseThrow()).matches("n[123]");
    assertThat(reason.message()).contains("unhealthy container");
  }

  @Test
  void countsARollbackByTheEngineAsAFailureOfTheWholeStack() {
    deploy(
        stack("shop")
            .service("api", "api:1")
            .service("web", "web:1", it -> it.update("rollback", ofSeconds(2))));
    swarm.image("web:2").neverHealthy();

    Outcome outcome =
        deploy(
            stack("shop")
                .service("api", "api:2")
                .service("web", "web:2", it -> it.update("rollback", ofSeconds(2))));

    assertThat(outcome).isInstanceOf(Outcome.RolledBack.class);
    assertThat(swarm.service("shop_api").runningImages()).containsExactly("api:1");
    assertThat(swarm.service("shop_web").runningImages()).containsExactly("web:1");
    assertThat(outcome.reasons().get(0).message()).contains("unhealthy container");
  }

  @Test
  void hasNothingLeftToDoWhereTheEngineHasTakenEverythingBack() {
    deploy(stack("shop").service("web", "web:1", it -> it.update("rollback", ofSeconds(2))));
    swarm.image("web:2").neverHealthy();

    Outcome outcome =
        deploy(stack("shop").service("web", "web:2", it -> it.update("rollback", ofSeconds(2))));

    assertThat(outcome).isInstanceOf(Outcome.RolledBack.class);
    assertThat(events)
        .contains(new ProgressEvent.Noted("the Engine has taken everything back by itself"));
    assertThat(swarm.service("shop_web").runningImages()).containsExactly("web:1");
  }

  @Test
  void removesEverythingWhenAFirstDeployFails() {
    swarm.image("web:1").crashesAtOnce(1);

    Outcome outcome =
        deploy(
            stack("shop")
                .network("shop_backend")
                .secret("shop_password", "hunter2")
                .serviceUsing("web", "web:1", "shop_password", "shop_backend"));

    assertThat(outcome).isInstanceOf(Outcome.RolledBack.class);
    assertThat(swarm.names(ResourceKind.SERVICE)).isEmpty();
    assertThat(swarm.names(ResourceKind.SECRET)).isEmpty();
    assertThat(swarm.names(ResourceKind.CONFIG)).isEmpty();
    assertThat(swarm.find(ResourceKind.NETWORK, "shop_backend")).isEmpty();
  }

  @Test
  void rollsBackWhenTheEngineRefusesAStepInTheMiddle() {
    deploy(stack("shop").service("api", "api:1").service("web", "web:1"));
    swarm.failNextCall("update", new EngineRefusedException("the disk is full"));

    Outcome outcome =
        deploy(stack("shop").network("shop_extra").service("api", "api:2").service("web", "web:2"));

    assertThat(outcome).isInstanceOf(Outcome.RolledBack.class);
    assertThat(outcome.reasons().get(0).message()).contains("the disk is full");
    assertThat(swarm.service("shop_api").runningImages()).containsExactly("api:1");
    assertThat(swarm.find(ResourceKind.NETWORK, "shop_extra")).isEmpty();
  }

  @Test
  void keepsItsVerdictWhenTheRecordCannotBeWritten() {
    deploy(stack("shop").service("web", "web:1"));
    swarm.beforeNextCall(
        "create",
        () -> swarm.failNextCall("update", new EngineRefusedException("the disk is full")));

    Outcome outcome = deploy(stack("shop").service("web", "web:1").service("api", "api:1"));

    assertThat(outcome).isInstanceOf(Outcome.Deployed.class);
    assertThat(events)
        .contains(
            new ProgressEvent.Noted(
                "revision 2 could not be marked as deployed: the disk is full"));
  }

  @Test
  void leavesAFailedStackAsItIsWhereThatIsAskedFor() {
    deploy(stack("shop").service("web", "web:1"));
    swarm.image("web:2").neverHealthy();

    Outcome outcome =
        run(Requests.of(stack("shop").service("web", "web:2").build()).onFailure(OnFailure.KEEP));

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(swarm.service("shop_web").image()).isEqualTo("web:2");
    assertThat(outcome.report().orElseThrow().services())
        .containsExactly(new ServiceResult("shop_web", Action.UPDATED, State.FAILED));
  }

  @Test
  void waitsForHealthUrlsAndRollsBackWhenTheyDoNotAnswer() {
    deploy(stack("shop").service("web", "web:1"));
    swarm.endpoint(URL).answers(503, "not yet");

    Outcome outcome =
        deploy(stack("shop").service("web", "web:2").health(new HealthTarget.Address(check(3))));

    assertThat(outcome).isInstanceOf(Outcome.RolledBack.class);
    assertThat(outcome.reasons().get(0).message()).contains("503");
    assertThat(swarm.service("shop_web").runningImages()).containsExactly("web:1");
  }

  @Test
  void countsAStackAsDeployedOnlyWhenItsHealthUrlsAnswer() {
    swarm.endpoint(URL).answers(200, "ok").answersAfter(ofSeconds(30));

    Outcome outcome =
        deploy(stack("shop").service("web", "web:1").health(new HealthTarget.Address(check(60))));

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

    assertThatThrownBy(() -> run(Requests.of(desired)))
        .isInstanceOf(DeployRefusedException.class)
        .hasMessage(
            "network public is declared as external, but the swarm has none; create it with:"
                + " docker network create --driver overlay public\n"
                + "secret db_password is declared as external, but the swarm has none; create it"
                + " with: swarmha secret create db_password FILE");
    assertThat(swarm.calls().writes()).isEmpty();
  }

  @Test
  void plansAndStopsInADryRun() {
    Outcome outcome = run(Requests.of(stack("shop").service("web", "web:1").build()).dryRun());

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(events).hasAtLeastOneElementOfType(ProgressEvent.PlanMade.class);
    assertThat(swarm.calls().writes()).isEmpty();
  }

  @Test
  void submitsAndReturnsWhenDetached() {
    swarm.image("web:1").neverHealthy();

    Outcome outcome = run(Requests.of(stack("shop").service("web", "web:1").build()).detach());

    assertThat(outcome).isInstanceOf(Outcome.Detached.class);
    assertThat(outcome.report().orElseThrow().services())
        .containsExactly(new ServiceResult("shop_web", Action.CREATED, State.SUBMITTED));
  }

  @Test
  void treatsADeployThatRunsOutOfTimeAsFailed() {
    deploy(stack("shop").service("web", "web:1"));
    swarm.image("web:2").becomesHealthyAfter(ofSeconds(100));

    Outcome outcome =
        run(
            Requests.of(stack("shop").service("web", "web:2").build())
                .patience(new DeployRequest.Patience(ofSeconds(20), ofSeconds(120), ofSeconds(5))));

    assertThat(outcome).isInstanceOf(Outcome.RolledBack.class);
    assertThat(swarm.service("shop_web").runningImages()).containsExactly("web:1");
  }

  @Test
  void prunesWhatTheFileNoLongerHasAfterSuccess() {
    deploy(stack("shop").config("shop_old", "x").service("web", "web:1").service("old", "old:1"));

    Outcome outcome = run(Requests.of(stack("shop").service("web", "web:2").build()).prune());

    assertThat(outcome).isInstanceOf(Outcome.Deployed.class);
    assertThat(swarm.names(ResourceKind.SERVICE)).containsExactly("shop_web");
    assertThat(swarm.find(ResourceKind.CONFIG, "shop_old")).isEmpty();
  }

  @Test
  void leavesWhatTheFileNoLongerHasWithoutPrune() {
    deploy(stack("shop").service("web", "web:1").service("old", "old:1"));

    deploy(stack("shop").service("web", "web:2"));

    assertThat(swarm.names(ResourceKind.SERVICE)).containsExactly("shop_old", "shop_web");
  }

  @Test
  void takesAStackOverThatAnotherToolHasDeployed() {
    StackBuilder file = stack("shop").service("web", "web:1");
    deploy(file);
    new RevisionStore(swarm.connection().swarm()).forgetAll("shop");

    Outcome outcome = deploy(file);

    assertThat(outcome).isInstanceOf(Outcome.Unchanged.class);
    assertThat(outcome.report().orElseThrow().revision()).contains(1);
  }

  @Test
  void doesNotCallAStackUnchangedThatDoesNotRun() {
    StackBuilder file =
        stack("shop").service("web", "web:1", it -> it.constraint("node.labels.x == y"));
    run(Requests.of(file.build()).detach());

    Outcome outcome = deploy(file);

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.reasons().get(0).message()).contains("no suitable node");
  }

  @Test
  void saysWhatIsLeftBehindWhenItIsInterrupted() {
    swarm.beforeNextCall(
        "create", () -> swarm.beforeNextCall("create", Thread.currentThread()::interrupt));

    Outcome outcome = deploy(stack("shop").service("web", "web:1"));

    assertThat(outcome).isInstanceOf(Outcome.Interrupted.class);
    assertThat(outcome.summary()).contains("swarmha status shop");
  }

  private Outcome deploy(StackBuilder file) {
    return run(Requests.of(file.build()));
  }

  private Outcome run(Requests requests) {
    World world = new World(swarm.connection(), swarm.prober(), swarm.timeline(), events::add);
    return new DeployStack(world).run(requests.build());
  }

  private List<Revision> revisions() {
    return new RevisionStore(swarm.connection().swarm()).list("shop");
  }

  private static HealthCheck check(int retries) {
    HealthProbe probe =
        new HealthProbe.Http(URI.create(URL), StatusRange.SUCCESS, Optional.empty(), ofSeconds(5));
    return new HealthCheck(probe, retries, ofSeconds(1));
  }
}
