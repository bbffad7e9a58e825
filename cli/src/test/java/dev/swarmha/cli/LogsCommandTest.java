package dev.swarmha.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.testkit.InMemorySwarm;
import dev.swarmha.engine.testkit.ServiceSpecBuilder;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reading what tasks have written, as a user types it. */
final class LogsCommandTest {

  private final InMemorySwarm swarm = InMemorySwarm.withNodes("n1", "n2", "n3");
  private final Transcript session = new Transcript(Cli.on(swarm));

  @Test
  void readsLogs() throws IOException {
    swarm.image("web:1").logs("ready", "asked").complains("cannot answer");
    create(ServiceSpecBuilder.service("shop_web", "web:1").stack("shop"));
    swarm.advance(Duration.ofSeconds(60));
    swarm.image("db:1").logs("opened");
    create(ServiceSpecBuilder.service("shop_db", "db:1").stack("shop"));
    swarm.advance(Duration.ofSeconds(20));

    session.type("logs shop");
    session.type("logs shop --since 30s --timestamps");
    session.type("logs shop_web --tail 1");
    session.type("logs shop_web.1 -t");
    session.type("logs nosuch");
    session.type("logs shop --tail few");

    session.check("session-logs.txt");
  }

  @Test
  void saysWhichTaskOfASlotHasWritten() {
    swarm.image("web:1").crashesAtOnce(1).logs("starting");
    create(ServiceSpecBuilder.service("shop_web", "web:1").stack("shop"));
    swarm.advance(Duration.ofSeconds(15));

    List<String> lines = Cli.on(swarm).run("logs", "shop", "--tail", "1").out().lines().toList();

    assertThat(lines).hasSizeGreaterThan(1).doesNotHaveDuplicates();
    assertThat(lines.subList(0, lines.size() - 1))
        .allMatch(line -> line.matches("shop_web\\.1\\.task\\w{8} \\| starting"));
  }

  @Test
  void endsFollowingQuietly() {
    create(ServiceSpecBuilder.service("shop_web", "web:1").stack("shop"));
    swarm.advance(Duration.ofSeconds(15));
    Instant then = swarm.timeline().instant().plusSeconds(20);
    swarm.timeline().schedule(then, Thread.currentThread()::interrupt);

    Cli.Run run = Cli.on(swarm).run("logs", "shop", "--follow");

    assertThat(run.code()).isEqualTo(130);
    assertThat(run.err()).isEmpty();
  }

  private void create(ServiceSpecBuilder service) {
    swarm.connection().swarm().create(ResourceKind.SERVICE, service.build(), WriteOptions.NONE);
  }
}
