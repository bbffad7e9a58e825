package dev.swarmha.cli;

import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.testkit.InMemorySwarm;
import dev.swarmha.engine.testkit.ServiceSpecBuilder;
import java.io.IOException;
import java.time.Duration;
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

  private void create(ServiceSpecBuilder service) {
    swarm.connection().swarm().create(ResourceKind.SERVICE, service.build(), WriteOptions.NONE);
  }
}
