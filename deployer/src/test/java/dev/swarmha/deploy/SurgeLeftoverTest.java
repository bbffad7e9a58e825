package dev.swarmha.deploy;

import static dev.swarmha.deploy.StackBuilder.stack;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.plan.SurgeMemory;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.testkit.InMemorySwarm;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A rebalance or a drain was killed while a service had more replicas than it is to have. */
final class SurgeLeftoverTest {

  private final InMemorySwarm swarm = InMemorySwarm.withNodes("n1", "n2");
  private final List<ProgressEvent> events = new ArrayList<>();
  private final World world =
      new World(swarm.connection(), swarm.prober(), swarm.timeline(), events::add);

  @Test
  void putsTheCountBackBeforeItPlansAndSaysSo() {
    StackBuilder file = stack("shop").service("web", "web:1", spec -> spec.replicas(3));
    deploy(file);
    Mapping spec = swarm.service("shop_web").spec();
    swarm
        .connection()
        .swarm()
        .update(
            swarm.service("shop_web").resource(), SurgeMemory.raised(spec, 2), WriteOptions.NONE);
    swarm.advance(ofSeconds(20));
    events.clear();

    Outcome outcome = deploy(file);

    assertThat(outcome).isInstanceOf(Outcome.Unchanged.class);
    assertThat(swarm.service("shop_web").spec()).isEqualTo(spec);
    assertThat(events)
        .contains(
            new ProgressEvent.Noted(
                "a rebalance or drain was cut off here; replica counts are put back: shop_web"));
  }

  private Outcome deploy(StackBuilder file) {
    return new DeployStack(world).run(DeployRequest.of(file.build()));
  }
}
