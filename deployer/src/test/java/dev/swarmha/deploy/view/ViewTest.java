package dev.swarmha.deploy.view;

import static dev.swarmha.deploy.StackBuilder.stack;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.swarmha.deploy.DeployRequest;
import dev.swarmha.deploy.DeployStack;
import dev.swarmha.deploy.Operator;
import dev.swarmha.deploy.StackBuilder;
import dev.swarmha.deploy.World;
import dev.swarmha.deploy.event.ProgressSink;
import dev.swarmha.deploy.lock.HeldLock;
import dev.swarmha.deploy.lock.LockAttempt;
import dev.swarmha.deploy.lock.LockListener;
import dev.swarmha.deploy.lock.StackLock;
import dev.swarmha.deploy.revision.Revision;
import dev.swarmha.deploy.view.StackStatus.NodeStatus;
import dev.swarmha.deploy.view.StackStatus.ServiceStatus;
import dev.swarmha.deploy.view.StackStatus.State;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.testkit.InMemorySwarm;
import dev.swarmha.engine.testkit.ServiceSpecBuilder;
import dev.swarmha.engine.time.Deadline;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ViewTest {

  private final InMemorySwarm swarm = InMemorySwarm.withNodes("n1", "n2");
  private final SwarmEngine engine = swarm.connection().swarm();

  @Test
  void listsStacksOfEveryToolWithTheirRevisions() {
    deploy(stack("shop").service("web", "web:1").service("api", "api:1"));
    submit(ServiceSpecBuilder.service("blog_web", "blog:1").stack("blog"));
    submit(ServiceSpecBuilder.service("loose", "loose:1"));

    assertThat(new ListStacks(engine).run())
        .containsExactly(
            new StackSummary("blog", 1, Optional.empty(), Optional.empty()),
            new StackSummary("shop", 2, Optional.of(1), Optional.of(Revision.State.DEPLOYED)));
  }

  @Test
  void listsStacksWithWhatBecameOfTheirLastDeploy() {
    deploy(stack("shop").service("web", "web:1"));
    swarm.image("web:2").crashesAtOnce(1);
    deploy(stack("shop").service("web", "web:2"));

    assertThat(new ListStacks(engine).run())
        .containsExactly(
            new StackSummary("shop", 1, Optional.of(1), Optional.of(Revision.State.ROLLED_BACK)));
  }

  @Test
  void showsTheNewestTaskOfASlotFirstWhereverTheOthersWere() {
    InMemorySwarm three = InMemorySwarm.withNodes("m1", "w1", "w2");
    SwarmEngine manager = three.connection().swarm();
    manager.create(
        ResourceKind.SERVICE,
        ServiceSpecBuilder.service("shop_web", "web:1")
            .stack("shop")
            .replicas(2)
            .constraint("node.role == worker")
            .build(),
        WriteOptions.NONE);
    three.advance(ofSeconds(30));
    three.node("w1").goesDown();
    three.advance(ofSeconds(60));

    assertThat(new ShowTasks(manager, three.timeline()).run("shop"))
        .extracting(TaskView::name, TaskView::node, TaskView::desired)
        .containsExactly(
            tuple("shop_web.1", Optional.of("w2"), TaskState.RUNNING),
            tuple("shop_web.1", Optional.of("w1"), TaskState.SHUTDOWN),
            tuple("shop_web.2", Optional.of("w2"), TaskState.RUNNING));
  }

  @Test
  void showsTasksBySlotTheNewestFirst() {
    deploy(stack("shop").service("web", "web:1", spec -> spec.replicas(2)));
    deploy(stack("shop").service("web", "web:2", spec -> spec.replicas(2)));

    List<TaskView> tasks = new ShowTasks(engine, swarm.timeline()).run("shop");

    assertThat(tasks)
        .extracting(TaskView::name, TaskView::image, TaskView::state)
        .containsExactly(
            tuple("shop_web.1", "web:2", TaskState.RUNNING),
            tuple("shop_web.1", "web:1", TaskState.SHUTDOWN),
            tuple("shop_web.2", "web:2", TaskState.RUNNING),
            tuple("shop_web.2", "web:1", TaskState.SHUTDOWN));
  }

  @Test
  void showsAConvergedStack() {
    deploy(stack("shop").service("web", "web:1", spec -> spec.replicas(3)));

    StackStatus status = status();

    assertThat(status.isConverged()).isTrue();
    assertThat(status.revision().orElseThrow().number()).isEqualTo(1);
    assertThat(status.revision().orElseThrow().state()).isEqualTo(Revision.State.DEPLOYED);
    assertThat(status.nodes())
        .extracting(each -> each.node().hostname(), NodeStatus::tasks)
        .containsExactly(tuple("n1", 2), tuple("n2", 1));
    ServiceStatus web = status.services().get(0);
    assertThat(web.name()).isEqualTo("shop_web");
    assertThat(web.mode()).isEqualTo("replicated");
    assertThat(web.running()).isEqualTo(3);
    assertThat(web.wanted()).isEqualTo(3);
    assertThat(web.image()).isEqualTo("web:1");
  }

  @Test
  void tellsWhyAServiceHasNotConverged() {
    submit(
        ServiceSpecBuilder.service("shop_web", "web:1")
            .stack("shop")
            .constraint("node.labels.disk == ssd"));
    swarm.advance(ofSeconds(30));

    ServiceStatus web = status().services().get(0);

    assertThat(web.state()).isEqualTo(State.PENDING);
    assertThat(web.running()).isZero();
    assertThat(web.wanted()).isEqualTo(1);
    assertThat(web.reasons().get(0).message()).contains("no suitable node");
  }

  @Test
  void saysWhichStacksThereAreForAnUnknownOne() {
    assertThatThrownBy(this::status)
        .isInstanceOf(NotFoundException.class)
        .hasMessage("there is no stack \"shop\"; the swarm has none");

    deploy(stack("blog").service("site", "web:1"));

    assertThatThrownBy(this::status).hasMessage("there is no stack \"shop\"; there are: blog");
    assertThatThrownBy(() -> new ListRevisions(engine).run("shop"))
        .hasMessage("there is no stack \"shop\"; there are: blog");
  }

  @Test
  void saysThatAServiceIsNoStack() {
    deploy(stack("shop").service("web", "web:1"));

    assertThatThrownBy(() -> new ShowStatus(engine, swarm.timeline()).run("shop_web"))
        .hasMessage("there is no stack \"shop_web\": that is a service of stack \"shop\"");
  }

  @Test
  void asksWhetherAStackWasMeantThatIsWrittenNearlyAlike() {
    deploy(stack("shop").service("web", "web:1"));

    assertThatThrownBy(() -> new ShowTasks(engine, swarm.timeline()).run("shpo"))
        .hasMessage("there is no stack \"shpo\"; there are: shop; did you mean \"shop\"?");
  }

  @Test
  void saysWhoIsAboutToMakeAStackThatIsNotThereYet() throws InterruptedException {
    HeldLock lock = locked();

    assertThatThrownBy(this::status)
        .hasMessage(
            "there is no stack \"shop\"; locked by user-a@laptop (pid 11) since"
                + " 2026-03-01T12:00:00Z: deploy");
    lock.release();
    assertThatThrownBy(this::status).hasMessageContaining("the swarm has none");
  }

  @Test
  void showsWhoHoldsAStackAndWhetherHeIsStillThere() throws InterruptedException {
    submit(ServiceSpecBuilder.service("shop_web", "web:1").stack("shop"));
    assertThat(status().lock()).isEmpty();

    locked();

    assertThat(status().lock())
        .hasValueSatisfying(
            lock -> {
              assertThat(lock.holder().owner()).isEqualTo("user-a@laptop (pid 11)");
              assertThat(lock.overdue()).isFalse();
            });
    swarm.advance(ofSeconds(60));
    assertThat(status().lock()).hasValueSatisfying(lock -> assertThat(lock.overdue()).isTrue());
  }

  private HeldLock locked() throws InterruptedException {
    LockAttempt attempt =
        new StackLock(swarm.connection(), swarm.timeline())
            .acquire(
                "shop",
                "deploy",
                new Operator("user-a", "laptop", 11),
                Deadline.in(ZERO, swarm.timeline()),
                LockListener.NONE);
    return ((LockAttempt.Taken) attempt).lock();
  }

  private StackStatus status() {
    return new ShowStatus(engine, swarm.timeline()).run("shop");
  }

  private void submit(ServiceSpecBuilder spec) {
    engine.create(ResourceKind.SERVICE, spec.build(), WriteOptions.NONE);
  }

  private void deploy(StackBuilder file) {
    World world =
        new World(swarm.connection(), swarm.prober(), swarm.timeline(), ProgressSink.NONE);
    new DeployStack(world).run(DeployRequest.of(file.build()));
  }
}
