package dev.swarmha.deploy;

import static dev.swarmha.deploy.StackBuilder.stack;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.TaskQuery;
import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.testkit.InMemorySwarm;
import dev.swarmha.engine.testkit.ServiceSpecBuilder;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Networks that are removed while tasks are still on them. */
final class NetworkRemovalTest {

  private final DeployScene scene = new DeployScene();
  private final InMemorySwarm swarm = scene.swarm;

  @Test
  void prunesUntilTheEngineNoLongerListsTheNetwork() {
    swarm.image("old:1").stopsAfter(ofSeconds(7));
    scene.deploy(shop().network("shop_old").service("old", "old:1", slow("shop_old")));

    Outcome outcome = scene.run(Requests.of(shop().build()).prune());

    assertThat(outcome).isInstanceOf(Outcome.Unchanged.class);
    assertThat(listed()).doesNotContain("shop_old");
  }

  @Test
  void notesTheNetworkThatTheEngineGoesOnListing() {
    swarm.image("old:1").stopsAfter(ofSeconds(100));
    scene.deploy(shop().network("shop_old").service("old", "old:1", slow("shop_old")));
    Duration begun = swarm.timeline().elapsed();

    Outcome outcome = scene.run(Requests.of(shop().build()).prune());

    assertThat(outcome).isInstanceOf(Outcome.Unchanged.class);
    assertThat(scene.notes())
        .contains(
            "network shop_old is removed, but the Engine still lists it while tasks are leaving"
                + " it");
    assertThat(swarm.timeline().elapsed().minus(begun)).isLessThan(ofSeconds(60));
  }

  @Test
  void goesBackUntilTheEngineNoLongerListsTheNetwork() {
    swarm.image("new:1").stopsAfter(ofSeconds(25));
    swarm.image("web:2").crashesAtOnce(1);
    scene.deploy(shop());

    Outcome outcome =
        scene.deploy(
            stack("shop")
                .service("web", "web:2")
                .network("shop_new")
                .service("new", "new:1", slow("shop_new")));

    assertThat(outcome).isInstanceOf(Outcome.RolledBack.class);
    assertThat(listed()).doesNotContain("shop_new");
  }

  @Test
  void removesANetworkOnlyAfterTheLastTaskOfARemovedJob() {
    deployJob(ofSeconds(40));
    swarm.beforeNextCall(
        "remove",
        () ->
            swarm.beforeNextCall(
                "remove", () -> assertThat(states()).containsOnly(TaskState.COMPLETE)));

    Outcome outcome = remove(ofMinutes(2));

    assertThat(outcome).isEqualTo(new Outcome.Done("stack shop removed; volumes are kept"));
    assertThat(scene.changes())
        .extracting(Object::toString)
        .contains("remove service shop_job", "remove network shop_old");
  }

  @Test
  void keepsTheNetworkOfARemovedJobWhoseTaskDoesNotEndInTime() {
    deployJob(ofHours(1));

    Outcome outcome = remove(ofSeconds(20));

    assertThat(outcome).isInstanceOf(Outcome.TimedOut.class);
    assertThat(outcome.reasons())
        .singleElement()
        .satisfies(
            reason -> {
              assertThat(reason.service()).isEqualTo("shop_job");
              assertThat(reason.message())
                  .isEqualTo(
                      "network shop_old stays: a task of shop_job has not stopped yet: running: started");
            });
    assertThat(swarm.find(ResourceKind.NETWORK, "shop_old")).isPresent();
  }

  @Test
  void doesNotFailADeployForTheNetworkOfAPrunedJob() {
    deployJob(ofHours(1));
    Duration begun = swarm.timeline().elapsed();

    Outcome outcome = scene.run(Requests.of(shop().build()).prune());

    assertThat(outcome).isInstanceOf(Outcome.Deployed.class);
    assertThat(scene.notes())
        .contains(
            "not everything could be pruned: network shop_old stays: a task of shop_job has not"
                + " stopped yet: running: started");
    assertThat(swarm.timeline().elapsed().minus(begun)).isLessThan(ofSeconds(60));
  }

  private static StackBuilder shop() {
    return stack("shop").service("web", "web:1");
  }

  private void deployJob(Duration length) {
    swarm.image("job:1").completesAfter(length);
    scene.run(
        Requests.of(
                stack("shop")
                    .network("shop_old")
                    .service("job", "job:1", spec -> job(slow("shop_old").apply(spec)))
                    .build())
            .detach());
    swarm.advance(ofSeconds(5));
  }

  private static ServiceSpecBuilder job(ServiceSpecBuilder spec) {
    return spec.job(1).with(DocumentPath.of("UpdateConfig"), Document.nothing());
  }

  /** On a network, on each node, and with time to stop. */
  private static UnaryOperator<ServiceSpecBuilder> slow(String network) {
    return spec ->
        spec.global()
            .networkNamed(network)
            .with(
                DocumentPath.of("TaskTemplate", "ContainerSpec", "StopGracePeriod"),
                Document.number(ofSeconds(200).toNanos()));
  }

  private Outcome remove(Duration timeout) {
    return new RemoveStack(scene.world()).run(List.of("shop"), timeout, ZERO);
  }

  private List<TaskState> states() {
    return swarm.connection().swarm().tasks(TaskQuery.ofStack("shop")).stream()
        .map(task -> task.state())
        .toList();
  }

  private List<String> listed() {
    return swarm.connection().swarm().list(ResourceKind.NETWORK, Selector.all()).stream()
        .map(network -> network.name())
        .toList();
  }
}
