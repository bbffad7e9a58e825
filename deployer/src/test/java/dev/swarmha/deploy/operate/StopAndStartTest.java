package dev.swarmha.deploy.operate;

import static dev.swarmha.deploy.StackBuilder.stack;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.deploy.DeployRequest;
import dev.swarmha.deploy.DeployStack;
import dev.swarmha.deploy.StackBuilder;
import dev.swarmha.deploy.export.ExportStack;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.plan.DeployRefusedException;
import dev.swarmha.deploy.plan.ReplicaMemory;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.testkit.ServiceSpecBuilder;
import org.junit.jupiter.api.Test;

/** Services that are stopped and started again, and what deploys make of them meanwhile. */
final class StopAndStartTest {

  private final OperateScene scene = new OperateScene();

  @Test
  void stopsAServiceUntilNoneOfItsTasksRunsAnyMore() {
    scene.deploy(web());
    scene.swarm.image("web:1").stopsAfter(ofSeconds(8));

    Outcome outcome = scene.stop("shop_web");

    assertThat(outcome).isEqualTo(new Outcome.Done("shop_web stopped"));
    assertThat(scene.replicas("shop_web")).isZero();
    assertThat(scene.swarm.service("shop_web").tasks())
        .extracting(Task::state)
        .allMatch(TaskState::isTerminal);
  }

  @Test
  void bringsBackAsManyReplicasAsThereWereAndNothingElse() {
    scene.deploy(web());
    Mapping before = scene.swarm.service("shop_web").spec();
    scene.stop("shop_web");

    Outcome outcome = scene.start("shop_web");

    assertThat(outcome).isEqualTo(new Outcome.Done("shop_web started"));
    assertThat(scene.swarm.service("shop_web").running()).isEqualTo(2);
    assertThat(scene.swarm.service("shop_web").spec()).isEqualTo(before);
  }

  @Test
  void doesNothingTheSecondTime() {
    scene.deploy(web());
    scene.stop("shop_web");

    assertThat(scene.stop("shop_web").summary()).isEqualTo("nothing was changed");
    scene.start("shop_web");
    assertThat(scene.start("shop_web").summary()).isEqualTo("nothing was changed");

    assertThat(scene.notes())
        .containsExactly("shop_web is stopped already", "shop_web has 2 replicas already");
  }

  @Test
  void asksForTheNumberWhereNobodyHasStoppedTheService() {
    scene.deploy(web());
    scene.scale("shop_web", 0);

    assertThatThrownBy(() -> scene.start("shop_web"))
        .isInstanceOf(DeployRefusedException.class)
        .hasMessage(
            "it is not known how many replicas shop_web had before; say it: swarmha scale"
                + " shop_web=N");
  }

  @Test
  void asksForTheNumberWhereTheLabelSaysNone() {
    scene.create(
        ServiceSpecBuilder.service("web", "web:1").replicas(0).label(ReplicaMemory.LABEL, "many"));

    assertThatThrownBy(() -> scene.start("web"))
        .hasMessageContaining("(label dev.swarmha.replicas: \"many\")");
  }

  @Test
  void forgetsTheNumberWhenTheServiceIsScaledUp() {
    scene.deploy(web());
    scene.stop("shop_web");

    scene.scale("shop_web", 1);
    scene.scale("shop_web", 0);

    assertThat(ReplicaMemory.of(scene.swarm.service("shop_web").spec())).isEmpty();
  }

  @Test
  void leavesAloneWhatAlreadyStoppedWhenItIsRestarted() {
    scene.deploy(web());
    scene.stop("shop_web");

    assertThat(scene.restart("shop_web").summary()).isEqualTo("nothing was changed");
    assertThat(scene.notes()).contains("shop_web has no replicas, so there is nothing to restart");
  }

  @Test
  void isStartedByADeployAsTheFileSays() {
    scene.deploy(web());
    scene.stop("shop_web");

    scene.deploy(web());

    assertThat(scene.swarm.service("shop_web").running()).isEqualTo(2);
    assertThat(ReplicaMemory.of(scene.swarm.service("shop_web").spec())).isEmpty();
  }

  /** The label is not the file's, but neither is it a difference. */
  @Test
  void isUnchangedWhereTheFileWantsNoReplicasEither() {
    StackBuilder none = stack("shop").service("web", "web:1", spec -> spec.replicas(0));
    scene.deploy(web());
    scene.stop("shop_web");

    Outcome outcome = new DeployStack(scene.world()).run(DeployRequest.of(none.build()));

    assertThat(outcome).isInstanceOf(Outcome.Unchanged.class);
    assertThat(scene.start("shop_web").summary()).isEqualTo("shop_web started");
  }

  @Test
  void writesTheNumberIntoNoFile() {
    scene.deploy(web());
    scene.stop("shop_web");

    Mapping file =
        new ExportStack(scene.swarm.connection(), scene.swarm.timeline()).run("shop").file();

    assertThat(file.toString()).doesNotContain("dev.swarmha");
    assertThat(file.at("services", "web", "deploy", "replicas")).contains(Document.number(0));
  }

  private static StackBuilder web() {
    return stack("shop").service("web", "web:1", spec -> spec.replicas(2));
  }
}
