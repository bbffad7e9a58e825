package dev.swarmha.deploy;

import static dev.swarmha.deploy.StackBuilder.stack;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.wait.Milestone;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DependenciesTest {

  private final DeployScene scene = new DeployScene();

  @Test
  void createsAServiceOnceTheOneThatItNeedsIsHealthy() {
    scene.swarm.image("db:1").becomesHealthyAfter(ofSeconds(20));

    Outcome outcome =
        scene.deploy(
            stack("shop")
                .service("db", "db:1")
                .service("web", "web:1")
                .needs("web", "db", Milestone.UP));

    assertThat(outcome).isInstanceOf(Outcome.Deployed.class);
    assertThat(createdAt("shop_web")).isAfterOrEqualTo(createdAt("shop_db").plusSeconds(20));
  }

  @Test
  void createsAServiceOnceTheOneThatItNeedsHasCompleted() {
    scene.swarm.image("migration:1").completesAfter(ofMinutes(3));

    Outcome outcome =
        scene.deploy(
            stack("shop")
                .service("migration", "migration:1", it -> it.restart("none", ZERO, 0))
                .service("web", "web:1")
                .needs("web", "migration", Milestone.COMPLETED));

    assertThat(outcome).isInstanceOf(Outcome.Deployed.class);
    assertThat(createdAt("shop_web")).isAfter(createdAt("shop_migration").plusSeconds(180));
  }

  @Test
  void makesEverythingThatWaitsForNothingFirst() {
    scene.swarm.image("cache:1").becomesHealthyAfter(ofSeconds(20));

    scene.deploy(
        stack("shop")
            .service("api", "api:1")
            .service("cache", "cache:1")
            .service("web", "web:1")
            .needs("api", "cache", Milestone.UP));

    assertThat(createdAt("shop_web")).isEqualTo(createdAt("shop_cache"));
    assertThat(createdAt("shop_api")).isAfter(createdAt("shop_web"));
  }

  @Test
  void takesEverythingBackWhenWhatIsNeededFails() {
    scene.swarm.image("migration:1").crashesAfter(ofSeconds(3), 7);

    Outcome outcome =
        scene.deploy(
            stack("shop")
                .service("migration", "migration:1", it -> it.restart("none", ZERO, 0))
                .service("web", "web:1")
                .needs("web", "migration", Milestone.COMPLETED));

    assertThat(outcome).isInstanceOf(Outcome.RolledBack.class);
    assertThat(outcome.reasons())
        .singleElement()
        .satisfies(reason -> assertThat(reason.message()).contains("non-zero exit (7)"));
    assertThat(scene.swarm.names(ResourceKind.SERVICE)).isEmpty();
  }

  @Test
  void updatesAServiceAfterTheOneThatItNeedsRunsItsNewSpec() {
    scene.deploy(shop("db:1", "web:1"));
    scene.swarm.image("db:2").becomesHealthyAfter(ofSeconds(30));
    scene.events.clear();

    Outcome outcome = scene.deploy(shop("db:2", "web:2"));

    assertThat(outcome).isInstanceOf(Outcome.Deployed.class);
    assertThat(heldServices()).containsExactly("shop_web");
    assertThat(scene.swarm.service("shop_web").runningImages()).containsExactly("web:2");
  }

  @Test
  void holdsNothingBackThatDoesNotChange() {
    scene.deploy(shop("db:1", "web:1"));
    scene.events.clear();

    scene.deploy(shop("db:2", "web:1"));

    assertThat(heldServices()).isEmpty();
  }

  private static StackBuilder shop(String database, String web) {
    return stack("shop")
        .service("db", database)
        .service("web", web)
        .needs("web", "db", Milestone.UP);
  }

  private List<String> heldServices() {
    return scene.events.stream()
        .filter(ProgressEvent.StepHeld.class::isInstance)
        .map(event -> ((ProgressEvent.StepHeld) event).step().target().name())
        .toList();
  }

  private Instant createdAt(String service) {
    return scene.swarm.find(ResourceKind.SERVICE, service).orElseThrow().createdAt();
  }
}
