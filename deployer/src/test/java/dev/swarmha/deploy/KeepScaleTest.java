package dev.swarmha.deploy;

import static dev.swarmha.deploy.StackBuilder.stack;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.operate.OperateRequest;
import dev.swarmha.deploy.operate.OperateRequest.OperateTerms;
import dev.swarmha.deploy.operate.OperateServices;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.outcome.ServiceResult;
import dev.swarmha.deploy.outcome.ServiceResult.Action;
import dev.swarmha.deploy.outcome.ServiceResult.State;
import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.WriteOptions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Deploys that leave alone how many tasks somebody else has asked for. */
final class KeepScaleTest {

  private static final DocumentPath REPLICAS = DocumentPath.of("Mode", "Replicated", "Replicas");

  private final DeployScene scene = new DeployScene();

  @Test
  void leavesReplicaCountsAloneAndChangesTheRest() {
    scene.deploy(web("1"));
    scale("shop_web", 5);

    Outcome outcome = keepingScale(web("2").service("new", "new:1", it -> it.replicas(3)));

    assertThat(outcome).isInstanceOf(Outcome.Deployed.class);
    assertThat(replicas("shop_web")).isEqualTo(5);
    assertThat(replicas("shop_new")).isEqualTo(3);
    assertThat(scene.swarm.service("shop_web").runningImages()).containsExactly("web:2");
  }

  @Test
  void isUnchangedWhereNothingButTheScaleDiffers() {
    scene.deploy(web("1"));
    scale("shop_web", 5);

    assertThat(keepingScale(web("1"))).isInstanceOf(Outcome.Unchanged.class);
    assertThat(scene.deploy(web("1"))).isInstanceOf(Outcome.Deployed.class);
    assertThat(replicas("shop_web")).isEqualTo(2);
  }

  @Test
  void leavesAServiceStoppedThatSomebodyHasStopped() {
    scene.deploy(web("1"));
    scale("shop_web", 0);

    Outcome outcome = keepingScale(web("2"));

    assertThat(outcome.report().orElseThrow().services())
        .containsExactly(new ServiceResult("shop_web", Action.UPDATED, State.CONVERGED));
    assertThat(replicas("shop_web")).isZero();
  }

  @Test
  void keepsInMindHowManyReplicasAStoppedServiceHad() {
    scene.deploy(web("1"));
    List<String> services = List.of("shop_web");
    OperateServices operate = new OperateServices(scene.world());
    operate.run(OperateRequest.stop(services, OperateTerms.DEFAULT));

    keepingScale(web("2"));
    operate.run(OperateRequest.start(services, OperateTerms.DEFAULT));

    assertThat(replicas("shop_web")).isEqualTo(2);
    assertThat(scene.swarm.service("shop_web").runningImages()).containsExactly("web:2");
  }

  @Test
  void leavesTheScaleAloneThatSomebodyChangesBeforeTheWrite() {
    scene.deploy(web("1"));
    scene.swarm.beforeNextCall("update", () -> scale("shop_web", 4));

    Outcome outcome = keepingScale(web("2"));

    assertThat(outcome).isInstanceOf(Outcome.Deployed.class);
    assertThat(replicas("shop_web")).isEqualTo(4);
  }

  @Test
  void leavesTheScaleAloneThatSomebodyChangesDuringTheRollout() {
    scene.deploy(web("1"));
    scene.swarm.image("web:2").becomesHealthyAfter(Duration.ofSeconds(20));
    scene
        .swarm
        .timeline()
        .schedule(scene.swarm.timeline().instant().plusSeconds(10), () -> scale("shop_web", 4));

    Outcome outcome = keepingScale(web("2"));

    assertThat(outcome).isInstanceOf(Outcome.Deployed.class);
    assertThat(replicas("shop_web")).isEqualTo(4);
    assertThat(scene.swarm.service("shop_web").runningByNode().values())
        .satisfies(tasks -> assertThat(tasks.stream().mapToInt(n -> n).sum()).isEqualTo(4));
  }

  @Test
  void goesBackToTheScaleFromBefore() {
    scene.deploy(web("1"));
    scale("shop_web", 5);
    scene.swarm.image("web:2").crashesAtOnce(1);

    Outcome outcome = keepingScale(web("2"));

    assertThat(outcome).isInstanceOf(Outcome.RolledBack.class);
    assertThat(replicas("shop_web")).isEqualTo(5);
    assertThat(scene.swarm.service("shop_web").runningImages()).containsExactly("web:1");
  }

  private Outcome keepingScale(StackBuilder file) {
    return scene.run(Requests.of(file.build()).keepScale());
  }

  private static StackBuilder web(String version) {
    return stack("shop").service("web", "web:" + version, it -> it.replicas(2));
  }

  private void scale(String service, int replicas) {
    SwarmEngine engine = scene.swarm.connection().swarm();
    Resource found = engine.list(ResourceKind.SERVICE, Selector.names(service)).get(0);
    engine.update(
        found, found.spec().withAt(REPLICAS, Document.number(replicas)), WriteOptions.NONE);
  }

  private long replicas(String service) {
    return scene.swarm.service(service).spec().at(REPLICAS).flatMap(Document::asLong).orElseThrow();
  }
}
