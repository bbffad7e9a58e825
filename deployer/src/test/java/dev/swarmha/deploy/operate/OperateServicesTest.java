package dev.swarmha.deploy.operate;

import static dev.swarmha.deploy.StackBuilder.stack;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.deploy.DeployRequest.Patience;
import dev.swarmha.deploy.StackBuilder;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.operate.OperateRequest.OperateTerms;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.plan.DeployRefusedException;
import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.testkit.ServiceSpecBuilder;
import dev.swarmha.wait.event.WaitEvent;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Services that are scaled and restarted by hand. */
final class OperateServicesTest {

  private final OperateScene scene = new OperateScene();

  @Test
  void scalesAServiceAndWaitsUntilAllReplicasRun() {
    scene.deploy(web());
    scene.swarm.image("web:1").becomesHealthyAfter(ofSeconds(20));

    Outcome outcome = scene.scale("shop_web", 4);

    assertThat(outcome).isEqualTo(new Outcome.Done("shop_web scaled"));
    assertThat(scene.swarm.service("shop_web").running()).isEqualTo(4);
  }

  @Test
  void changesNothingButTheNumberOfReplicas() {
    scene.deploy(web());
    Mapping before = scene.swarm.service("shop_web").spec();

    scene.scale("shop_web", 3);

    assertThat(scene.swarm.service("shop_web").spec())
        .isEqualTo(
            before.withAt(DocumentPath.of("Mode", "Replicated", "Replicas"), Document.number(3)));
  }

  @Test
  void writesNothingWhereThereAreAsManyReplicasAlready() {
    scene.deploy(web());

    Outcome outcome = scene.scale("shop_web", 2);

    assertThat(outcome.summary()).isEqualTo("nothing was changed");
    assertThat(scene.notes()).containsExactly("shop_web has 2 replicas already");
    assertThat(scene.swarm.calls().texts()).doesNotContain("update service shop_web");
  }

  @Test
  void waitsForReplicasThatAnEarlierCommandHasAskedFor() {
    scene.deploy(web());
    scene.swarm.image("web:1").becomesHealthyAfter(ofSeconds(40));
    scene.run(
        OperateRequest.scale(
            Map.of("shop_web", 4), new OperateTerms(Patience.DEFAULT, true, Duration.ZERO)));
    assertThat(scene.swarm.service("shop_web").running()).isEqualTo(2);

    Outcome outcome = scene.scale("shop_web", 4);

    assertThat(outcome.summary()).isEqualTo("nothing was changed");
    assertThat(scene.swarm.service("shop_web").running()).isEqualTo(4);
  }

  @Test
  void scalesSeveralServicesOfSeveralStacksAtOnce() {
    scene.deploy(web());
    scene.deploy(stack("blog").service("site", "site:1"));
    scene.create(ServiceSpecBuilder.service("lone", "lone:1"));
    Map<String, Integer> wanted = new LinkedHashMap<>();
    wanted.put("shop_web", 3);
    wanted.put("blog_site", 2);
    wanted.put("lone", 2);

    Outcome outcome = scene.run(OperateRequest.scale(wanted, OperateTerms.DEFAULT));

    assertThat(outcome.summary()).isEqualTo("shop_web, blog_site, lone scaled");
    assertThat(scene.swarm.calls().texts())
        .containsSubsequence(
            "create config blog.swarmha.lock",
            "create config shop.swarmha.lock",
            "update service shop_web",
            "update service blog_site",
            "update service lone",
            "remove config shop.swarmha.lock",
            "remove config blog.swarmha.lock");
  }

  @Test
  void tellsWhyReplicasDoNotRunWhenTimeRunsOut() {
    scene.deploy(web());
    scene.swarm.image("web:1").becomesHealthyAfter(ofMinutes(10));
    Patience patience = new Patience(ofSeconds(30), ofMinutes(2), ofSeconds(5));

    Outcome outcome =
        scene.run(
            OperateRequest.scale(
                Map.of("shop_web", 3), new OperateTerms(patience, false, Duration.ZERO)));

    assertThat(outcome).isInstanceOf(Outcome.TimedOut.class);
    assertThat(outcome.summary()).isEqualTo("shop_web not scaled in time");
    assertThat(outcome.reasons()).singleElement().asString().contains("shop_web.3", "starting");
  }

  @Test
  void failsAtOnceWhereNoNodeTakesTheReplicas() {
    scene.deploy(
        stack("shop").service("web", "web:1", spec -> spec.replicas(2).maxReplicasPerNode(1)));

    Outcome outcome = scene.scale("shop_web", 4);

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.reasons()).singleElement().asString().contains("max replicas");
    assertThat(scene.notes())
        .containsExactly(
            "warning: service shop_web: 4 replicas are wanted, and the 3 nodes that suit have room"
                + " for 3 at most (max_replicas_per_node: 1); the others wait until there is more");
  }

  @Test
  void refusesANumberThatLooksLikeASlip() {
    scene.deploy(web());

    assertThatThrownBy(() -> scene.scale("shop_web", 99_999))
        .isInstanceOf(DeployRefusedException.class)
        .hasMessageContaining(
            "service shop_web: 99999 replicas would be 33333 on each of 3 nodes that take tasks,"
                + " which looks like a slip; nothing was changed; if they are meant: --yes");
    assertThat(scene.swarm.calls().texts()).doesNotContain("update service shop_web");
  }

  @Test
  void takesSuchANumberFromSomebodyWhoMeansIt() {
    scene.deploy(web());
    OperateTerms detached = new OperateTerms(Patience.DEFAULT, true, Duration.ZERO);

    Outcome outcome = scene.run(OperateRequest.scale(Map.of("shop_web", 400), detached).meantSo());

    assertThat(outcome).isInstanceOf(Outcome.Detached.class);
  }

  @Test
  void replacesEveryTaskUnderTheUpdatePolicyOfItsService() {
    scene.deploy(web());
    List<Task> before = scene.swarm.service("shop_web").tasks();

    Outcome outcome = scene.restart("shop_web");

    assertThat(outcome).isEqualTo(new Outcome.Done("shop_web restarted"));
    assertThat(scene.swarm.service("shop_web").spec().at(OperateScene.FORCE_UPDATE))
        .contains(Document.number(1));
    assertThat(scene.swarm.service("shop_web").running()).isEqualTo(2);
    assertThat(scene.swarm.service("shop_web").tasks())
        .filteredOn(Task::isRunning)
        .doesNotContainAnyElementsOf(before)
        .extracting(Task::id)
        .doesNotContainAnyElementsOf(before.stream().map(Task::id).toList());
  }

  @Test
  void restartsGlobalServicesToo() {
    scene.deploy(stack("shop").service("agent", "agent:1", ServiceSpecBuilder::global));

    assertThat(scene.restart("shop_agent").summary()).isEqualTo("shop_agent restarted");
  }

  /** The spec is the same afterwards but for the counter, and all its tasks run. */
  @Test
  void failsWhereTheEngineHasTakenTheRestartBack() {
    scene.deploy(
        stack("shop")
            .service("web", "web:1", spec -> spec.replicas(2).update("rollback", ofSeconds(30))));
    scene.swarm.image("web:1").crashesAfter(ofSeconds(1));
    scene.listener =
        event -> {
          if (isFailure(event)) {
            scene.swarm.image("web:1").healthy();
          }
        };

    Outcome outcome = scene.restart("shop_web");

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.summary()).isEqualTo("shop_web not restarted");
    assertThat(outcome.reasons()).first().asString().contains("the Engine has gone back");
  }

  @Test
  void findsServicesByTheBeginningOfTheirIds() {
    scene.deploy(web());
    String id = scene.swarm.service("shop_web").resource().id().value();

    scene.scale(id.substring(0, id.length() - 1), 3);

    assertThat(scene.replicas("shop_web")).isEqualTo(3);
  }

  @Test
  void namesTheServicesOfAStackThatIsNamedInPlaceOfOne() {
    scene.deploy(web());

    assertThatThrownBy(() -> scene.restart("shop"))
        .isInstanceOf(NotFoundException.class)
        .hasMessage("\"shop\" is a stack, and a service is to be named; its services: shop_web");
  }

  @Test
  void saysWhatWasProbablyMeant() {
    scene.deploy(web());

    assertThatThrownBy(() -> scene.scale("web", 3))
        .isInstanceOf(NotFoundException.class)
        .hasMessage("there is no service \"web\"; there are: shop_web; did you mean \"shop_web\"?");
    assertThatThrownBy(() -> scene.restart("shop_wbe"))
        .isInstanceOf(NotFoundException.class)
        .hasMessageEndingWith("did you mean \"shop_web\"?");
  }

  @Test
  void changesNothingWhereOneOfTheServicesCannotBeChanged() {
    scene.deploy(web().service("agent", "agent:1", ServiceSpecBuilder::global));
    scene.create(ServiceSpecBuilder.service("once", "once:1").job(1));
    Map<String, Integer> wanted = new LinkedHashMap<>();
    wanted.put("shop_web", 3);
    wanted.put("shop_agent", 3);
    wanted.put("once", 3);
    scene.swarm.calls().clear();

    assertThatThrownBy(() -> scene.run(OperateRequest.scale(wanted, OperateTerms.DEFAULT)))
        .isInstanceOf(DeployRefusedException.class)
        .hasMessageContaining("shop_agent is a global service")
        .hasMessageContaining("once is a job");
    assertThat(scene.swarm.calls().writes()).isEmpty();
  }

  @Test
  void refusesOneServiceUnderTwoNamesWithTwoNumbers() {
    scene.deploy(web());
    Map<String, Integer> wanted = new LinkedHashMap<>();
    wanted.put("shop_web", 3);
    wanted.put(scene.swarm.service("shop_web").resource().id().value(), 4);

    assertThatThrownBy(() -> scene.run(OperateRequest.scale(wanted, OperateTerms.DEFAULT)))
        .hasMessage("service shop_web is named twice; say it once");
  }

  @Test
  void leavesAServiceAloneThatSomebodyElseChangesMeanwhile() {
    scene.deploy(web());
    scene.swarm.beforeNextCall(
        "update",
        () ->
            scene
                .swarm
                .connection()
                .swarm()
                .update(
                    scene.swarm.service("shop_web").resource(),
                    scene
                        .swarm
                        .service("shop_web")
                        .spec()
                        .withAt(DocumentPath.of("Labels", "team"), Document.text("a")),
                    WriteOptions.NONE));

    assertThatThrownBy(() -> scene.scale("shop_web", 3))
        .isInstanceOf(EngineRefusedException.class)
        .hasMessageContaining("somebody else has changed it meanwhile");
    assertThat(scene.replicas("shop_web")).isEqualTo(2);
  }

  @Test
  void leavesNoLockBehind() {
    scene.deploy(web());

    scene.scale("shop_web", 3);

    assertThat(scene.swarm.names(ResourceKind.CONFIG)).noneMatch(name -> name.endsWith(".lock"));
  }

  private static boolean isFailure(ProgressEvent event) {
    return event instanceof ProgressEvent.Waiting waiting
        && waiting.event() instanceof WaitEvent.TaskMoved moved
        && moved.task().state() == TaskState.FAILED;
  }

  private static StackBuilder web() {
    return stack("shop").service("web", "web:1", spec -> spec.replicas(2));
  }
}
