package dev.swarmha.deploy.node;

import static dev.swarmha.engine.testkit.ServiceSpecBuilder.service;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.deploy.outcome.BrokenOffException;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.plan.DeployRefusedException;
import dev.swarmha.deploy.plan.SurgeMemory;
import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.Node.Availability;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.testkit.ServiceSpecBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DrainNodeTest {

  private final DrainScene scene = new DrainScene("n1", "n2", "n3", "n4");

  @Test
  void movesTasksWithoutEverHavingFewerThanThereAreReplicas() {
    scene.swarm.image("web:1").becomesHealthyAfter(ofSeconds(4)).stopsAfter(ofSeconds(3));
    scene.run(service("shop_web", "web:1").stack("shop").replicas(6));
    scene.run(service("shop_api", "web:1").stack("shop").replicas(3));
    scene.run(service("lone", "web:1"));
    Map<String, Mapping> before = scene.specs();
    int there = scene.tasksOn("n1");
    scene.watch("shop_web", "shop_api", "lone");

    Outcome outcome = scene.drain("n1");

    assertThat(outcome.summary())
        .startsWith("node n1 is drained: " + there + " tasks of ")
        .endsWith(" run elsewhere");
    assertThat(scene.lowest()).containsEntry("shop_web", 6).containsEntry("shop_api", 3);
    assertThat(scene.lowest()).containsEntry("lone", 1);
    assertThat(scene.specs()).isEqualTo(before);
    assertThat(scene.availability("n1")).isEqualTo(Availability.DRAIN);
    assertThat(scene.tasksOn("n1")).isZero();
    assertThat(scene.swarm.service("shop_web").running()).isEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void keepsCapacityInAnyCluster(long seed) {
    Random random = new Random(seed);
    List<String> names = new ArrayList<>();
    for (int number = 1; number <= 1 + random.nextInt(6); number++) {
      String name = "web" + number;
      String image = "web:" + number;
      scene
          .swarm
          .image(image)
          .becomesHealthyAfter(ofSeconds(random.nextInt(8)))
          .stopsAfter(ofSeconds(random.nextInt(5)));
      ServiceSpecBuilder web = service(name, image).replicas(1 + random.nextInt(3));
      scene.run(random.nextBoolean() ? web.hostPort(8080 + number, 80) : web);
      names.add(name);
    }
    Map<String, Mapping> before = scene.specs();
    scene.watch(names.toArray(String[]::new));
    Map<String, Integer> running = Map.copyOf(scene.lowest());

    Outcome outcome = scene.drain("n1");

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(scene.lowest()).isEqualTo(running);
    assertThat(scene.specs()).isEqualTo(before);
    assertThat(scene.tasksOn("n1")).isZero();
  }

  @Test
  void startsNoReplacementMoreWhereHostPortsLeaveNoRoomForIt() {
    scene.run(service("web", "web:1").replicas(3).hostPort(8080, 80));
    scene.watch("web");

    Outcome outcome = scene.drain("n1");

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(scene.lowest()).containsEntry("web", 3);
    assertThat(scene.swarm.service("web").runningByNode())
        .isEqualTo(Map.of("n2", 1, "n3", 1, "n4", 1));
  }

  @Test
  void refusesWhatWouldBeLostBeforeAnythingIsChanged() {
    scene.run(mounting(service("db", "db:1"), "volume", "data"));
    scene.run(service("agent", "agent:1").global());
    scene.run(service("batch", "batch:1").job(1).constraint("node.hostname == n1"));
    scene.run(service("pinned", "web:1").constraint("node.hostname == n1"));
    scene.run(service("web", "web:1").replicas(4).hostPort(8080, 80));
    Map<String, Mapping> before = scene.specs();
    scene.swarm.calls().clear();

    assertThatThrownBy(() -> scene.drain("n1"))
        .isInstanceOfSatisfying(
            DeployRefusedException.class,
            refused ->
                assertThat(refused.problems())
                    .containsExactly(
                        "cannot drain n1 without loss, and nothing was changed; to do it all the"
                            + " same: --force",
                        "agent: a global service; nothing takes the place of its task there",
                        "batch: a job; what runs there would be cut off; wait until it is done:"
                            + " swarmha wait batch",
                        "db: its tasks keep data on the node, in volume data",
                        "pinned: no other node takes its task (n2: its host name is n2, wanted"
                            + " n1; n3: its host name is n3, wanted n1; n4: its host name is n4,"
                            + " wanted n1)",
                        "web: no other node takes its task (n2: port 8080/tcp is held by web.1;"
                            + " n3: port 8080/tcp is held by web.2; n4: port 8080/tcp is held by"
                            + " web.3)"));
    assertThat(scene.swarm.calls().writes()).isEmpty();
    assertThat(scene.specs()).isEqualTo(before);
  }

  @Test
  void doesWithForceWhatCanBeDone() {
    scene.run(service("agent", "agent:1").global());
    scene.run(service("pinned", "web:1").constraint("node.hostname == n1"));
    scene.run(service("web", "web:1").replicas(4));
    scene.watch("web");

    Outcome outcome = scene.force("n1");

    assertThat(outcome.summary())
        .isEqualTo("node n1 is drained: 1 task of 1 service runs elsewhere");
    assertThat(scene.lowest()).containsEntry("web", 4);
    assertThat(scene.tasksOn("n1")).isZero();
    assertThat(scene.notes())
        .contains("agent: a global service; nothing takes the place of its task there");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 5})
  void startsNoMoreThanMustBeAvailable(int minAvailable) {
    scene.deploy("shop", "web", 2, minAvailable);
    scene.watch("shop_web");

    Outcome outcome = scene.drain("n1");

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(scene.lowest()).containsEntry("shop_web", Math.min(2, Math.max(1, minAvailable)));
    assertThat(scene.surges()).isEqualTo(minAvailable < 2 ? List.of() : List.of("shop_web 2 -> 3"));
  }

  @Test
  void saysThatANodeIsDrainedAlready() {
    scene.run(service("web", "web:1").replicas(4));
    scene.drain("n1");
    scene.swarm.calls().clear();

    Outcome again = scene.drain("n1");

    assertThat(again.summary())
        .isEqualTo("node n1 is drained already and has no tasks; nothing to do");
    assertThat(scene.swarm.calls().writes()).isEmpty();
  }

  @Test
  void drainsANodeThatHasNothing() {
    assertThat(scene.drain("n4").summary()).isEqualTo("node n4 is drained");
    assertThat(scene.availability("n4")).isEqualTo(Availability.DRAIN);
  }

  @Test
  void knowsItsNode() {
    assertThatThrownBy(() -> scene.drain("n9")).isInstanceOf(NotFoundException.class);
  }

  @Test
  void takesEverythingBackWhereReplacementsDoNotComeUp() {
    scene.run(service("web", "web:1").replicas(4));
    Map<String, Mapping> before = scene.specs();
    scene.swarm.image("web:1").crashesAtOnce(3);

    Outcome outcome = scene.drain("n1");

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.summary())
        .isEqualTo(
            "not enough replacements run: node n1 is active again; replica counts are put back:"
                + " web");
    assertThat(scene.specs()).isEqualTo(before);
    assertThat(scene.availability("n1")).isEqualTo(Availability.ACTIVE);
    assertThat(scene.tasksOn("n1")).isEqualTo(1);
  }

  @Test
  void takesEverythingBackWhenTimeRunsOut() {
    scene.run(service("web", "web:1").replicas(4));
    Map<String, Mapping> before = scene.specs();
    scene.swarm.image("web:1").becomesHealthyAfter(ofMinutes(10));

    Outcome outcome = scene.drain("n1", ofSeconds(40));

    assertThat(outcome).isInstanceOf(Outcome.TimedOut.class);
    assertThat(scene.specs()).isEqualTo(before);
    assertThat(scene.availability("n1")).isEqualTo(Availability.ACTIVE);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 9, 12, 14, 18})
  void leavesEverythingAsItWasOrDrainedWhenInterrupted(int seconds) {
    scene.swarm.image("web:1").becomesHealthyAfter(ofSeconds(3)).stopsAfter(ofSeconds(2));
    scene.run(service("web", "web:1").replicas(4));
    Map<String, Mapping> before = scene.specs();
    scene
        .swarm
        .timeline()
        .schedule(
            scene.swarm.timeline().instant().plusSeconds(seconds),
            Thread.currentThread()::interrupt);

    Outcome outcome = scene.drain("n1");

    assertThat(outcome).isInstanceOf(Outcome.Interrupted.class);
    assertThat(scene.specs()).isEqualTo(before);
    boolean back = outcome.summary().contains("node n1 is active again");
    assertThat(back || outcome.summary().contains("node n1 is drained")).isTrue();
    assertThat(scene.availability("n1")).isEqualTo(back ? Availability.ACTIVE : Availability.DRAIN);
  }

  @Test
  void takesEverythingBackWhereTheEngineRefuses() {
    scene.run(service("web", "web:1").replicas(4));
    Map<String, Mapping> before = scene.specs();
    scene
        .swarm
        .timeline()
        .schedule(
            scene.swarm.timeline().instant().plusSeconds(2),
            () -> scene.swarm.failNextCall("update", new EngineRefusedException("not today")));

    assertThatThrownBy(() -> scene.drain("n1"))
        .isInstanceOf(BrokenOffException.class)
        .hasMessageContaining("not today")
        .hasMessageContaining("node n1 is active again");
    assertThat(scene.specs()).isEqualTo(before);
  }

  @Test
  void goesOnWhereAnotherWasKilled() {
    scene.run(service("web", "web:1").replicas(4));
    Map<String, Mapping> before = scene.specs();
    Resource web = scene.swarm.service("web").resource();
    scene
        .swarm
        .connection()
        .swarm()
        .update(web, SurgeMemory.raised(web.spec(), 1), WriteOptions.NONE);
    scene.make("n1", "pause");
    scene.swarm.advance(ofSeconds(20));
    scene.watch("web");

    Outcome outcome = scene.drain("n1");

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(scene.specs()).isEqualTo(before);
    assertThat(scene.lowest().get("web")).isGreaterThanOrEqualTo(4);
    assertThat(scene.notes())
        .contains("left by a command that was cut off: replica counts are put back: web");
  }

  @Test
  void drainsANodeThatIsDown() {
    scene.run(service("web", "web:1").replicas(4));
    scene.swarm.node("n2").goesDown();
    scene.swarm.advance(ofSeconds(60));

    Outcome outcome = scene.drain("n2");

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(scene.availability("n2")).isEqualTo(Availability.DRAIN);
    assertThat(scene.surges()).isEmpty();
  }

  @Test
  void foretellsWithoutChangingAnything() {
    scene.run(service("web", "web:1").replicas(4));
    scene.swarm.calls().clear();

    Outcome outcome = scene.look("n1");

    assertThat(outcome.summary()).isEqualTo("node n1 would be drained; 1 task would move");
    assertThat(scene.notes()).containsExactly("web: 1 task to move, 1 replica more meanwhile");
    assertThat(scene.swarm.calls().writes()).isEmpty();
  }

  private static ServiceSpecBuilder mounting(
      ServiceSpecBuilder service, String type, String source) {
    Mapping mount =
        Mapping.builder().put("Type", type).put("Source", source).put("Target", "/data").build();
    return service.with(
        DocumentPath.of("TaskTemplate", "ContainerSpec", "Mounts"),
        Sequence.of(List.<Document>of(mount)));
  }
}
