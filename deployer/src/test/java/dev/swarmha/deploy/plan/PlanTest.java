package dev.swarmha.deploy.plan;

import static dev.swarmha.deploy.StackBuilder.stack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.deploy.DeployRequest;
import dev.swarmha.deploy.DeployStack;
import dev.swarmha.deploy.PlanDeploy;
import dev.swarmha.deploy.StackBuilder;
import dev.swarmha.deploy.World;
import dev.swarmha.deploy.event.ProgressSink;
import dev.swarmha.deploy.image.ResolveImage;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.rotate.Rotate;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.Snapshot.ExternalNames;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.testkit.InMemorySwarm;
import dev.swarmha.wait.Milestone;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PlanTest {

  private final InMemorySwarm swarm = InMemorySwarm.withNodes("n1", "n2");
  private final World world =
      new World(swarm.connection(), swarm.prober(), swarm.timeline(), ProgressSink.NONE);

  @Test
  void createsNetworksSecretsAndConfigsBeforeTheServicesThatUseThem() {
    assertThat(
            plan(
                stack("shop")
                    .network("shop_backend")
                    .secret("shop_password", "x")
                    .config("shop_settings", "y")
                    .serviceUsing("web", "web:1", "shop_password", "shop_backend")
                    .service("cache", "cache:1")))
        .containsExactly(
            "#1            create  network  shop_backend   not found",
            "#2            create  secret   shop_password  not found",
            "#3            create  config   shop_settings  not found",
            "#4            create  service  shop_cache     not found",
            "#5 after 1,2  create  service  shop_web       not found");
  }

  @Test
  void handlesServicesAfterThoseTheyDependOn() {
    assertThat(
            plan(
                stack("shop")
                    .service("api", "api:1")
                    .service("db", "db:1")
                    .service("web", "web:1")
                    .dependsOn("api", "db")
                    .dependsOn("db", "web")))
        .containsExactly(
            "#1          create  service  shop_web  not found",
            "#2 after 1  create  service  shop_db   not found",
            "#3 after 2  create  service  shop_api  not found");
  }

  @Test
  void breaksACycleOfDependencies() {
    assertThat(
            plan(
                stack("shop")
                    .service("a", "a:1")
                    .service("b", "b:1")
                    .dependsOn("a", "b")
                    .dependsOn("b", "a")))
        .hasSize(2);
  }

  @Test
  void tellsWhyAServiceIsUpdated() {
    deploy(stack("shop").service("web", "web:1").service("api", "api:1"));

    assertThat(
            plan(
                stack("shop")
                    .service("web", "web:1", spec -> spec.replicas(3).env("A=1"))
                    .service("api", "api:1", spec -> spec.constraint("node.role == worker"))))
        .containsExactly(
            "#1  update  service  shop_api  Constraints changed",
            "#2  update  service  shop_web  replicas 1 -> 3; Env changed");
  }

  @Test
  void shortensDigestsInTheCause() {
    deploy(stack("shop").service("web", "web:1"));
    String pinned = "web:1@sha256:" + "0123456789abcdef".repeat(4);

    assertThat(plan(stack("shop").service("web", pinned)).get(0))
        .contains("image web:1@sha256:")
        .contains("-> web:1@sha256:0123456")
        .doesNotContain("01234567");
  }

  @Test
  void planningAgainAfterADeployGivesNothing() {
    StackBuilder file =
        stack("shop")
            .network("shop_backend")
            .secret("shop_password", "x")
            .config("shop_settings", "y")
            .serviceUsing("web", "web:1", "shop_password", "shop_backend");
    deploy(file);

    assertThat(plan(file, Rotate.AUTO).isEmpty()).isTrue();
  }

  @Test
  void refusesToChangeTheModeOfAService() {
    deploy(stack("shop").service("web", "web:1"));

    assertThatThrownBy(() -> plan(stack("shop").service("web", "web:1", spec -> spec.global())))
        .isInstanceOf(DeployRefusedException.class)
        .hasMessageContaining("service shop_web cannot change its mode from Replicated to Global");
  }

  @Test
  void refusesAConfigWhoseContentHasChanged() {
    deploy(stack("shop").config("shop_settings", "y").service("web", "web:1"), Rotate.NEVER);

    assertThatThrownBy(
            () -> plan(stack("shop").config("shop_settings", "z").service("web", "web:1")))
        .isInstanceOf(DeployRefusedException.class)
        .hasMessage(
            "config shop_settings has other content than the file, and Swarm cannot change a"
                + " config; deploy with --rotate auto, or give it another name in the file"
                + " (name: ...)");
  }

  @Test
  void refusesANetworkThatBelongsToSomebodyElse() {
    world
        .swarm()
        .create(
            ResourceKind.NETWORK,
            Mapping.builder().put("Name", "shop_backend").put("Driver", "overlay").build(),
            WriteOptions.NONE);

    assertThatThrownBy(() -> plan(stack("shop").network("shop_backend").service("web", "web:1")))
        .isInstanceOf(DeployRefusedException.class)
        .hasMessageContaining("does not belong to stack shop");
  }

  @Test
  void saysWhatAStepWaitsFor() {
    StackBuilder file =
        stack("shop")
            .service("db", "db:1")
            .service("migration", "migration:1")
            .service("web", "web:1")
            .needs("web", "db", Milestone.UP)
            .needs("web", "migration", Milestone.COMPLETED);

    assertThat(plan(file).get(2))
        .isEqualTo(
            "#3 after 1,2  create  service  shop_web        not found,"
                + " once shop_db is up and shop_migration has completed");
  }

  @Test
  void leadsBackFromAFailedDeployServicesInReverse() {
    deploy(stack("shop").service("db", "db:1").service("web", "web:1").dependsOn("web", "db"));
    DesiredStack before = DesiredStack.observed("shop", snapshot("shop"));
    deploy(
        stack("shop")
            .network("shop_extra")
            .service("db", "db:2")
            .service("web", "web:2")
            .service("new", "new:1"));

    Plan back =
        RollbackPlanner.undo(
            before,
            snapshot("shop"),
            new Dependencies(Map.of("shop_web", Map.of("shop_db", Optional.empty()))));

    assertThat(PlanText.lines(back))
        .containsExactly(
            "#1          update  service  shop_web    image web:2@sha256:9722696 -> web:1@sha256:8724d33",
            "#2 after 1  update  service  shop_db     image db:2@sha256:80c1534 -> db:1@sha256:554a4fc",
            "#3 finally  remove  service  shop_new    made by the failed deploy",
            "#4 finally  remove  network  shop_extra  made by the failed deploy");
  }

  @Test
  void makesAgainWhatWasRemovedMeanwhile() {
    deploy(stack("shop").service("db", "db:1").service("web", "web:1"));
    DesiredStack before = DesiredStack.observed("shop", snapshot("shop"));
    world.swarm().remove(swarm.service("shop_db").resource());

    Plan back = RollbackPlanner.undo(before, snapshot("shop"), Dependencies.none());

    assertThat(PlanText.lines(back)).containsExactly("#1  create  service  shop_db  not found");
  }

  @Test
  void needsNothingToGoBackToWhatIs() {
    deploy(stack("shop").network("shop_backend").service("web", "web:1"));
    DesiredStack before = DesiredStack.observed("shop", snapshot("shop"));

    assertThat(RollbackPlanner.undo(before, snapshot("shop"), Dependencies.none()).isEmpty())
        .isTrue();
  }

  private List<String> plan(StackBuilder file) {
    return PlanText.lines(plan(file, Rotate.NEVER));
  }

  private Plan plan(StackBuilder file, Rotate rotate) {
    return new PlanDeploy(world).look(file.build(), ResolveImage.ALWAYS, rotate, Extent.ALL).plan();
  }

  private Snapshot snapshot(String stack) {
    return Snapshot.ofStack(world.swarm(), world.timeline(), stack, ExternalNames.NONE);
  }

  private void deploy(StackBuilder file) {
    deploy(file, Rotate.AUTO);
  }

  private void deploy(StackBuilder file, Rotate rotate) {
    Outcome outcome = new DeployStack(world).run(DeployRequest.of(file.build()).with(rotate));
    assertThat(outcome).isInstanceOf(Outcome.Deployed.class);
  }
}
