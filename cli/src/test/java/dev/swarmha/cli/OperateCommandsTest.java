package dev.swarmha.cli;

import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.testkit.InMemorySwarm;
import dev.swarmha.engine.testkit.ServiceSpecBuilder;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Scaling, restarting, stopping and starting services, as a user types it. */
final class OperateCommandsTest {

  private final InMemorySwarm swarm = InMemorySwarm.withNodes("n1", "n2", "n3");
  private final Transcript session = new Transcript(Cli.on(swarm));

  @Test
  void operatesServices() throws IOException {
    create(ServiceSpecBuilder.service("shop_web", "web:1").stack("shop").replicas(2));
    swarm.advance(Duration.ofSeconds(20));

    session.type("scale shop_web=3");
    session.type("scale shop_web=3");
    session.type("restart shop_web --progress json");
    session.type("stop shop_web");
    session.type("stop shop_web --progress json");
    session.type("start shop_web --detach");
    session.type("start shop_web");
    session.type("scale shop_web=4 --detach --progress json");

    session.check("session-operate.txt");
  }

  @Test
  void saysWhatCannotBeDone() throws IOException {
    swarm.image("web:1").becomesHealthyAfter(Duration.ofMinutes(10));
    create(ServiceSpecBuilder.service("shop_web", "web:1").stack("shop").replicas(0));
    create(ServiceSpecBuilder.service("shop_agent", "agent:1").stack("shop").global());
    create(ServiceSpecBuilder.service("shop_job", "job:1").stack("shop").job(1));

    session.type("scale web=3");
    session.type("start shop_web");
    session.type("scale shop_agent=3 shop_job=2 shop_web=1");
    session.type("restart shop_job");
    session.type("stop shop_job");
    session.type("scale shop_web=1 --timeout 10s");
    session.type("scale shop_web=4 --timeout 10s --progress json");

    session.check("session-operate-refused.txt");
  }

  private void create(ServiceSpecBuilder service) {
    swarm.connection().swarm().create(ResourceKind.SERVICE, service.build(), WriteOptions.NONE);
  }
}
