package dev.swarmha.cli;

import static java.time.Duration.ofSeconds;

import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.testkit.InMemorySwarm;
import dev.swarmha.engine.testkit.ServiceSpecBuilder;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Why something does not run, as a user asks for it. */
final class ExplainCommandTest {

  private final InMemorySwarm swarm = InMemorySwarm.withNodes("n1", "n2", "n3");
  private final Transcript session = new Transcript(Cli.on(swarm));

  @Test
  void explainsWhyServicesAndTasksDoNotRun() throws IOException {
    swarm.image("worker:1").crashesAtOnce(3).logs("starting", "cannot open /data");
    swarm.image("api:1").neverHealthy().healthcheckSays("HTTP 503");
    create(ServiceSpecBuilder.service("shop_web", "web:1").replicas(2).hostPort(8080, 80));
    create(
        ServiceSpecBuilder.service("shop_db", "db:1")
            .constraint("node.labels.database == primary")
            .reserve(0, 9L << 30));
    create(ServiceSpecBuilder.service("shop_worker", "worker:1").replicas(2));
    create(ServiceSpecBuilder.service("shop_api", "api:1").constraint("node.hostname == n1"));
    create(ServiceSpecBuilder.service("shop_proxy", "proxy:1").replicas(2).hostPort(8080, 80));
    swarm.advance(ofSeconds(21));

    session.type("explain shop_web");
    session.type("explain shop_web.1");
    session.type("explain shop_db");
    session.type("explain shop_proxy");
    session.type("explain shop_worker");
    session.type("explain shop_api");
    session.type("explain shop_db -o json");
    session.type("explain shop_worker.1 -o yaml");
    session.type("explain nosuch");

    session.check("session-explain-trouble.txt");
  }

  private void create(ServiceSpecBuilder service) {
    swarm.connection().swarm().create(ResourceKind.SERVICE, service.build(), WriteOptions.NONE);
  }
}
