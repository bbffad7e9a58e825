package dev.swarmha.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.testkit.InMemorySwarm;
import dev.swarmha.engine.testkit.ServiceSpecBuilder;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Looking at stacks, waiting for them, spreading and removing them, as a user types it. */
final class StackCommandsTest {

  private final InMemorySwarm swarm = InMemorySwarm.withNodes("n1", "n2", "n3");
  private final Transcript session = new Transcript(Cli.on(swarm));

  @Test
  void showsWhatRuns() throws IOException {
    create(ServiceSpecBuilder.service("shop_web", "web:1").stack("shop").replicas(2));
    create(ServiceSpecBuilder.service("blog_site", "site:1").stack("blog"));
    swarm.advance(Duration.ofSeconds(90));

    session.type("ls");
    session.type("ls -o json");
    session.type("ps shop");
    session.type("ps blog -o json");
    session.type("status shop");
    session.type("status");
    session.type("status shop -o json");
    session.type("ps nosuch");
    session.type("status nosuch");

    session.check("session-show.txt");
  }

  @Test
  void showsEachChangeUntilInterrupted() throws IOException {
    swarm.image("web:1").becomesHealthyAfter(Duration.ofSeconds(20));
    create(ServiceSpecBuilder.service("shop_web", "web:1").stack("shop").replicas(2));

    interruptAfter(Duration.ofSeconds(60));
    session.type("status shop --watch");
    create(ServiceSpecBuilder.service("shop_db", "web:1").stack("shop"));
    interruptAfter(Duration.ofSeconds(60));
    session.type("status -w -o json");
    interruptAfter(Duration.ofSeconds(5));
    session.type("status shop --watch -o yaml");
    session.type("status nosuch --watch");

    session.check("session-watch.txt");
  }

  @Test
  void tellsOfReplicasThatACommandHasLeft() {
    create(
        ServiceSpecBuilder.service("shop_web", "web:1")
            .stack("shop")
            .replicas(4)
            .label("dev.swarmha.surge", "3+1"));

    Cli.Run run = Cli.on(swarm).run("status", "shop");

    assertThat(run.out())
        .contains(
            "shop_web has 1 more than its 3 replicas, left by a command that was cut off; to put it"
                + " back, run: swarmha rebalance shop");
    assertThat(Cli.on(swarm).run("status", "shop", "-o", "json").out()).contains("\"surge\": 1");
  }

  @Test
  void redrawsTheScreenOnATerminal() {
    create(ServiceSpecBuilder.service("shop_web", "web:1").stack("shop"));
    interruptAfter(Duration.ofSeconds(60));

    Cli.Run run = Cli.on(swarm).run("status", "--watch", "--progress", "tty");

    assertThat(run.code()).isEqualTo(130);
    assertThat(run.err()).isEmpty();
    assertThat(run.out().split("\u001b\\[H\u001b\\[2J", -1)).hasSizeGreaterThan(2);
  }

  private void interruptAfter(Duration time) {
    Instant then = swarm.timeline().instant().plus(time);
    swarm.timeline().schedule(then, Thread.currentThread()::interrupt);
  }

  @Test
  void exportsAStack() throws IOException {
    create(
        ServiceSpecBuilder.service("shop_web", "web:1")
            .stack("shop")
            .replicas(2)
            .label("com.docker.stack.image", "web:1"));
    create(ServiceSpecBuilder.service("other", "site:1").stack("shop"));

    session.type("export shop");
    session.type("export shop -o json");
    session.type("export nosuch");

    session.check("session-export.txt");
  }

  @Test
  void showsNothingWhereThereIsNothing() throws IOException {
    session.type("ls");
    session.type("ls -o json");
    session.type("status");
    session.type("status -o json");

    session.check("session-empty.txt");
  }

  @Test
  void showsWhyAStackHasNotConverged() throws IOException {
    swarm.image("db:1").crashesAtOnce(1).logs("cannot open /data");
    create(ServiceSpecBuilder.service("shop_db", "db:1").stack("shop"));
    create(
        ServiceSpecBuilder.service("shop_web", "web:1")
            .stack("shop")
            .constraint("node.labels.zone == z"));
    swarm.advance(Duration.ofSeconds(20));

    session.type("status shop");
    session.type("wait shop_web --timeout 10s");
    session.type("wait shop --timeout 10s --progress quiet");

    session.check("session-trouble.txt");
  }

  @Test
  void waitsUntilEverythingRuns() throws IOException {
    swarm.image("web:1").becomesHealthyAfter(Duration.ofSeconds(3));
    create(ServiceSpecBuilder.service("shop_web", "web:1").stack("shop").replicas(2));

    session.type("wait shop");
    session.type("wait --progress json");
    session.type("wait nosuch");
    session.type("wait shop --timeout soon");

    session.check("session-wait.txt");
  }

  @Test
  void asksForHealth() throws IOException {
    swarm.endpoint("http://n1:8080/health").answersAfter(Duration.ofSeconds(3));
    swarm.endpoint("tcp://n1:5432").answers(200);

    session.type("health --url http://n1:8080/health --url tcp://n1:5432");
    session.type("health --url http://n9/ --timeout 5s --progress json");
    session.type("health --url n1:8080");
    session.type("health");
    session.type("health nosuch");

    session.check("session-health.txt");
  }

  @Test
  void removesAStackAndWaitsUntilItIsGone() throws IOException {
    create(ServiceSpecBuilder.service("shop_web", "web:1").stack("shop"));
    swarm.advance(Duration.ofSeconds(20));

    session.type("rm shop");
    session.type("rm shop");

    session.check("session-rm.txt");
    assertThat(swarm.names(ResourceKind.SERVICE)).isEmpty();
  }

  @Test
  void spreadsServicesOverNodesThatCameBack() throws IOException {
    swarm.node("n2").goesDown();
    swarm.node("n3").goesDown();
    swarm.advance(Duration.ofSeconds(60));
    create(ServiceSpecBuilder.service("shop_web", "web:1").stack("shop").replicas(3));
    swarm.advance(Duration.ofSeconds(30));
    swarm.node("n2").comesBack();
    swarm.node("n3").comesBack();
    swarm.advance(Duration.ofSeconds(30));

    session.type("rebalance shop --strategy force --dry-run");
    session.type("rebalance shop --strategy force");
    session.type("rebalance shop --strategy force");
    session.type("rebalance shop --strategy fast");

    session.check("session-rebalance.txt");
  }

  @Test
  void movesOnlyTheTasksThatNodesLack() throws IOException {
    swarm.node("n3").goesDown();
    swarm.advance(Duration.ofSeconds(60));
    create(ServiceSpecBuilder.service("shop_web", "web:1").stack("shop").replicas(6));
    swarm.advance(Duration.ofSeconds(30));
    swarm.node("n3").comesBack();
    swarm.advance(Duration.ofSeconds(30));

    session.type("rebalance --dry-run");
    session.type("rebalance shop --max-moves 1 --dry-run");
    session.type("rebalance shop");
    session.type("rebalance shop");
    session.type("rebalance shop --max-moves 0");

    session.check("session-rebalance-surge.txt");
  }

  private void create(ServiceSpecBuilder service) {
    swarm.connection().swarm().create(ResourceKind.SERVICE, service.build(), WriteOptions.NONE);
  }
}
