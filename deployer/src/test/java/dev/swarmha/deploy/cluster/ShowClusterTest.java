package dev.swarmha.deploy.cluster;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.NoLeaderException;
import dev.swarmha.engine.testkit.InMemorySwarm;
import org.junit.jupiter.api.Test;

final class ShowClusterTest {

  private final InMemorySwarm swarm = InMemorySwarm.withNodes("n1", "n2");

  @Test
  void isInterruptedWhileItAsksTheEngineItself() {
    swarm.failNextCall("nodes", new NoLeaderException("no leader"));
    swarm.failNextCall(
        "info", new EngineInterruptedException("interrupted", new InterruptedException()));

    assertThatThrownBy(() -> new ShowCluster(swarm.connection()).run())
        .isInstanceOf(EngineInterruptedException.class);
  }
}
