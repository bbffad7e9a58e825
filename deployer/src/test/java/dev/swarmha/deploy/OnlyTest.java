package dev.swarmha.deploy;

import static dev.swarmha.deploy.StackBuilder.config;
import static dev.swarmha.deploy.StackBuilder.stack;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.deploy.diff.DiffStack;
import dev.swarmha.deploy.diff.DiffStack.DiffRequest;
import dev.swarmha.deploy.diff.StackDiff;
import dev.swarmha.deploy.image.ResolveImage;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.outcome.ServiceResult;
import dev.swarmha.deploy.outcome.ServiceResult.Action;
import dev.swarmha.deploy.outcome.ServiceResult.State;
import dev.swarmha.deploy.plan.DeployRefusedException;
import dev.swarmha.deploy.plan.Extent;
import dev.swarmha.deploy.revision.Revision;
import dev.swarmha.deploy.rotate.Rotate;
import dev.swarmha.engine.ResourceKind;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Deploys of some services of a stack, beside others that nobody touches. */
final class OnlyTest {

  private final DeployScene scene = new DeployScene();

  @Test
  void touchesTheNamedServicesAndWhatTheyUseAlone() {
    scene.deploy(all("1"));
    long db = scene.swarm.service("shop_db").version();

    Outcome outcome = only(all("2").service("new", "new:1").network("shop_outer"), "shop_web");

    assertThat(outcome).isInstanceOf(Outcome.Deployed.class);
    assertThat(outcome.report().orElseThrow().services())
        .containsExactly(new ServiceResult("shop_web", Action.UPDATED, State.CONVERGED));
    assertThat(scene.swarm.service("shop_web").runningImages()).containsExactly("web:2");
    assertThat(scene.swarm.service("shop_db").version()).isEqualTo(db);
    assertThat(scene.swarm.names(ResourceKind.SERVICE)).containsExactly("shop_db", "shop_web");
    assertThat(scene.swarm.names(ResourceKind.NETWORK)).doesNotContain("shop_outer");
    assertThat(contents("shop_site")).hasSize(2);
    assertThat(contents("shop_data")).hasSize(1);
  }

  @Test
  void doesNotWaitForServicesThatItDoesNotTouch() {
    scene.swarm.image("db:1").crashesAfter(ofSeconds(3), 1);
    scene.run(Requests.of(all("1").build()).detach());
    scene.swarm.advance(Duration.ofMinutes(1));

    assertThat(only(all("2"), "shop_web")).isInstanceOf(Outcome.Deployed.class);
  }

  @Test
  void goesBackAloneAndLeavesTheOthersAlone() {
    scene.swarm.image("db:1").crashesAfter(ofSeconds(3), 1);
    scene.swarm.image("web:2").crashesAtOnce(1);
    scene.run(Requests.of(all("1").build()).detach());
    scene.swarm.advance(Duration.ofMinutes(1));
    long db = scene.swarm.service("shop_db").version();

    Outcome outcome = only(all("2").service("new", "new:1"), "shop_web", "shop_new");

    assertThat(outcome).isInstanceOf(Outcome.RolledBack.class);
    assertThat(scene.swarm.service("shop_web").image()).isEqualTo("web:1");
    assertThat(scene.swarm.service("shop_db").version()).isEqualTo(db);
    assertThat(scene.swarm.names(ResourceKind.SERVICE)).containsExactly("shop_db", "shop_web");
  }

  @Test
  void recordsTheWholeStackSoThatThereIsAWayBackToIt() {
    scene.deploy(all("1"));
    only(all("2"), "shop_web");
    scene.deploy(all("3"));

    Outcome back = scene.rollBack(2);

    assertThat(back).isInstanceOf(Outcome.Done.class);
    assertThat(scene.swarm.service("shop_web").runningImages()).containsExactly("web:2");
    assertThat(scene.swarm.service("shop_db").runningImages()).containsExactly("db:1");
    assertThat(scene.swarm.service("shop_db").spec().toString()).contains("shop_data-40470dc556");
    assertThat(scene.notes()).isEmpty();
  }

  @Test
  void callsNothingDriftThatItHasLeftAlone() {
    scene.deploy(all("1"));
    only(all("2"), "shop_web");

    StackDiff diff =
        new DiffStack(scene.world())
            .run(
                new DiffRequest(
                    all("2").build(), Extent.ALL, ResolveImage.ALWAYS, Rotate.AUTO, false));

    assertThat(diff.objects()).noneMatch(each -> each.drift());
    assertThat(diff.objects())
        .filteredOn(each -> each.object().kind() == ResourceKind.SERVICE)
        .extracting(each -> each.object().name())
        .containsExactly("shop_db");
  }

  @Test
  void showsInADiffWhatItWouldTouch() {
    scene.deploy(all("1"));

    StackDiff diff =
        new DiffStack(scene.world())
            .run(
                new DiffRequest(
                    all("2").build(),
                    new Extent(Set.of("shop_web"), false),
                    ResolveImage.ALWAYS,
                    Rotate.AUTO,
                    false));

    assertThat(diff.objects())
        .extracting(each -> each.object().name().replaceFirst("-.*", ""))
        .containsExactly("shop_site", "shop_web");
    assertThat(diff.notes()).isEmpty();
  }

  @Test
  void makesAStackOfSomeOfItsServices() {
    Outcome first = only(all("1"), "shop_web");
    Outcome rest = scene.deploy(all("1"));

    assertThat(first).isInstanceOf(Outcome.Deployed.class);
    assertThat(rest.report().orElseThrow().services())
        .containsExactly(
            new ServiceResult("shop_db", Action.CREATED, State.CONVERGED),
            new ServiceResult("shop_web", Action.UNCHANGED, State.CONVERGED));
  }

  @Test
  void isUnchangedWhereOnlyOthersDiffer() {
    scene.deploy(all("1"));

    Outcome outcome = only(all("1").service("new", "new:1"), "shop_web");

    assertThat(outcome).isInstanceOf(Outcome.Unchanged.class);
    assertThat(scene.revisions()).hasSize(1);
  }

  @Test
  void refusesAPartOfAStackThatStandsHalfWay() {
    scene.deploy(all("1"));
    assertThat(scene.killedAfter(3, all("2"))).isTrue();

    assertThatThrownBy(() -> only(all("2"), "shop_web"))
        .isInstanceOf(DeployRefusedException.class)
        .hasMessageContaining("revision 2 of the stack was not finished")
        .hasMessageContaining("without --only");
  }

  @Test
  void removesTheContentsThatAreNoLongerNeededAndNoOthers() {
    scene.deploy(all("1"));
    for (int version = 2; version < 14; version++) {
      only(all(String.valueOf(version)), "shop_web");
    }

    assertThat(scene.revisions()).extracting(Revision::number).hasSize(10);
    assertThat(contents("shop_site")).hasSize(10);
    assertThat(contents("shop_data")).hasSize(1);
  }

  private Outcome only(StackBuilder file, String... services) {
    return scene.run(Requests.of(file.build()).only(services));
  }

  private Set<String> contents(String name) {
    return scene.swarm.names(ResourceKind.CONFIG).stream()
        .filter(each -> each.startsWith(name + "-"))
        .collect(Collectors.toSet());
  }

  /** Two services with a config each, all of this version. */
  private static StackBuilder all(String version) {
    return stack("shop")
        .config("shop_site", "site " + version)
        .config("shop_data", "data " + version)
        .service("web", "web:" + version, config("shop_site"))
        .service("db", "db:" + version, config("shop_data"))
        .dependsOn("web", "db");
  }
}
