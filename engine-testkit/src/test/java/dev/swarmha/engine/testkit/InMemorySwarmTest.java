package dev.swarmha.engine.testkit;

import static dev.swarmha.engine.testkit.ServiceSpecBuilder.service;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.engine.Node;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.UpdateStatus.UpdateState;
import dev.swarmha.engine.WriteOptions;
import org.junit.jupiter.api.Test;

class InMemorySwarmTest {

  private final InMemorySwarm swarm = InMemorySwarm.withNodes("n1", "n2", "n3");
  private final SwarmEngine engine = swarm.connection().swarm();

  @Test
  void spreadsReplicasOverTheNodes() {
    create(service("web", "web:1").replicas(6));

    swarm.advance(ofSeconds(2));

    assertThat(swarm.service("web").runningByNode())
        .containsEntry("n1", 2)
        .containsEntry("n2", 2)
        .containsEntry("n3", 2);
  }

  @Test
  void rollsBackAServiceWhoseNewImageNeverGetsHealthy() {
    create(service("web", "web:1").replicas(3).update("rollback", ofSeconds(5)));
    swarm.advance(ofSeconds(2));
    swarm.image("web:2").neverHealthy();

    update("web", "web:2");
    swarm.advance(ofSeconds(30));

    ServiceView web = swarm.service("web");
    assertThat(web.updateState()).contains(UpdateState.ROLLBACK_COMPLETED);
    assertThat(web.image()).isEqualTo("web:1");
    assertThat(web.running()).isEqualTo(3);
    assertThat(web.runningImages()).containsExactly("web:1");
  }

  @Test
  void movesTheTasksOfANodeThatGoesDown() {
    create(service("web", "web:1").replicas(3));
    swarm.advance(ofSeconds(2));

    swarm.node("n2").goesDown();
    swarm.advance(ofSeconds(40));

    assertThat(swarm.service("web").runningByNode()).doesNotContainKey("n2");
    assertThat(swarm.service("web").running()).isEqualTo(3);
    assertThat(engine.nodes()).filteredOn(Node::isReady).hasSize(2);
  }

  private void create(ServiceSpecBuilder spec) {
    engine.create(ResourceKind.SERVICE, spec.build(), WriteOptions.NONE);
  }

  private void update(String name, String image) {
    ServiceView view = swarm.service(name);
    engine.update(
        view.resource(),
        ServiceSpecBuilder.of(view.resource()).image(image).build(),
        WriteOptions.NONE);
  }
}
