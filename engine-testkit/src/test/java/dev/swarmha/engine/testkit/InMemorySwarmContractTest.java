package dev.swarmha.engine.testkit;

import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.testkit.contract.ContractImages;
import dev.swarmha.engine.testkit.contract.SwarmEngineContract;
import dev.swarmha.engine.time.Timeline;
import java.time.Duration;

class InMemorySwarmContractTest extends SwarmEngineContract {

  private final InMemorySwarm swarm = InMemorySwarm.withNodes("n1", "n2", "n3");

  InMemorySwarmContractTest() {
    swarm.image("web:1").logs("ready");
    swarm.image("web:crash").crashesAtOnce(1).complains("cannot go on");
    swarm.image("web:unhealthy").neverHealthy();
    swarm.image("web:missing").missing();
    swarm.image("job:ok").completesAfter(Duration.ofSeconds(1));
  }

  @Override
  protected EngineConnection connection() {
    return swarm.connection();
  }

  @Override
  protected Timeline timeline() {
    return swarm.timeline();
  }

  @Override
  protected ContractImages images() {
    return new ContractImages(
        "web:1", "web:2", "web:crash", "web:unhealthy", "web:missing", "job:ok");
  }
}
